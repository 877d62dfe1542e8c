package dev.dateline.tag;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.json.JsonText;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Fills tags into stored JSON. What tags look like is kept in memory until one of them changes; what is not known is read with
 * one query for all that is filled together.
 */
@Singleton
public class TagPlaceholders {

    private static final int MOST_PIECES = 20_000;

    private final PublicTagRepository tags;
    private final CacheGroupVersions versions;
    private volatile Looks looks;

    TagPlaceholders(PublicTagRepository tags, CacheGroupVersions versions) {
        this.tags = tags;
        this.versions = versions;
        this.looks = new Looks(versions.now());
    }

    /** What is known, and since when. */
    private record Looks(long since, Cache<String, Optional<TagPiece>> pieces) {

        Looks(long since) {
            this(since, Caffeine.newBuilder().maximumSize(MOST_PIECES).build());
        }
    }

    public JsonText fill(JsonText stored) {
        return fillAll(List.of(stored)).get(0).json();
    }

    /** In the same order. */
    public List<FilledJson> fillAll(List<JsonText> stored) {
        List<TagPlaces> places = stored.stream().map(TagPlaces::of).toList();
        Set<String> wanted = new HashSet<>();
        places.forEach(one -> wanted.addAll(one.placeholders()));
        Map<String, Optional<TagPiece>> pieces = pieces(wanted);
        return places.stream().map(one -> one.filled(pieces)).toList();
    }

    private Map<String, Optional<TagPiece>> pieces(Set<String> wanted) {
        Looks current = current();
        Map<String, Optional<TagPiece>> pieces = new HashMap<>(current.pieces().getAllPresent(wanted));
        Set<String> unknown = new HashSet<>(wanted);
        unknown.removeAll(pieces.keySet());
        if (!unknown.isEmpty()) {
            Map<String, Optional<TagPiece>> found = read(unknown);
            current.pieces().putAll(found);
            pieces.putAll(found);
        }
        return pieces;
    }

    private Looks current() {
        Looks current = looks;
        if (versions.isUnchanged(TagCacheGroups.LOOKS, current.since())) {
            return current;
        }
        Looks next = new Looks(versions.now()); // the clock is read before the database is
        looks = next;
        return next;
    }

    private Map<String, Optional<TagPiece>> read(Set<String> unknown) {
        Map<String, TagPlaceholder> parsed = new HashMap<>();
        unknown.forEach(text -> parsed.put(text, TagPlaceholder.parse(text)));
        Set<UUID> ids = new HashSet<>();
        parsed.values().forEach(placeholder -> ids.add(placeholder.id()));
        Map<UUID, Tag> known = tags.withThoseAbove(ids);
        Map<String, Optional<TagPiece>> found = new HashMap<>();
        parsed.forEach((text, placeholder) -> found.put(
                text,
                Optional.ofNullable(known.get(placeholder.id()))
                        .map(tag -> new TagPiece(placeholder.filled(tag, known), tag.looksChangedAt()))));
        return found;
    }
}
