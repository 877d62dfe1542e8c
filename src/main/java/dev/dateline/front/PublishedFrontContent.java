package dev.dateline.front;

import dev.dateline.content.FrontContent;
import dev.dateline.content.FrontSection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A front as it was published: what it shows in which order. The lists in it change by themselves. */
public record PublishedFrontContent(
        String title, @Nullable String language, Instant publishedAt, Instant updatedAt, List<Part> parts) {

    /** A list or the callouts of a placement. */
    public record Part(
            @Nullable String title,
            @Nullable UUID list,
            @Nullable Integer limit,
            @Nullable String placement) {

        static Part of(FrontSection section) {
            return new Part(
                    section.title(),
                    section.list() == null ? null : UUID.fromString(section.list()),
                    section.limit(),
                    section.placement());
        }
    }

    /** The content must have a title. */
    public static PublishedFrontContent of(FrontContent content, Instant publishedAt, Instant updatedAt) {
        return new PublishedFrontContent(
                Objects.requireNonNull(content.title()),
                content.language(),
                publishedAt,
                updatedAt,
                content.sections().stream().map(Part::of).toList());
    }

    Set<UUID> lists() {
        return parts.stream().map(Part::list).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    Set<String> placements() {
        return parts.stream().map(Part::placement).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
