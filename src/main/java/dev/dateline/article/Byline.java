package dev.dateline.article;

import dev.dateline.content.Credit;
import dev.dateline.tag.Tag;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of a byline as readers see it. */
@Schema(name = "BylineEntry", description = "Who made the article, and what they did.")
public record Byline(
        @Schema(required = true, examples = "Алена Карповіч")
        String name,

        @Schema(required = true) Credit.Role role,

        @Nullable @Schema(description = "Slug of the contributor's tag.", examples = "alena-karpovich")
        String contributor) {

    static Byline of(Credit credit, String language, Map<UUID, Tag> tags) {
        Tag tag = credit.contributor() == null ? null : tags.get(UUID.fromString(credit.contributor()));
        return tag == null
                ? new Byline(String.valueOf(credit.name()), role(credit), null)
                : new Byline(tag.name(language), role(credit), tag.slug());
    }

    private static Credit.Role role(Credit credit) {
        return credit.role() == null ? Credit.Role.AUTHOR : credit.role();
    }
}
