package dev.dateline.tag;

import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.json.JsonText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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

    /** In so many languages and forms tags are remembered; then it begins anew. */
    private static final int MOST_PIECES = 50_000;

    private final PublicTagRepository tags;
    private final CacheGroupVersions versions;
    private volatile TagLooks looks;

    TagPlaceholders(PublicTagRepository tags, CacheGroupVersions versions) {
        this.tags = tags;
        this.versions = versions;
        this.looks = new TagLooks(versions.now());
    }

    public JsonText fill(JsonText stored) {
        return fillAll(List.of(stored)).get(0).json();
    }

    /** In the same order. */
    public List<FilledJson> fillAll(List<JsonText> stored) {
        return fillAll(stored, current().pieces());
    }

    /** The same past the memory, for what is kept where no cache group outdates it. */
    public List<FilledJson> fillAnew(List<JsonText> stored) {
        return fillAll(stored, new HashMap<>());
    }

    private List<FilledJson> fillAll(List<JsonText> stored, Map<String, Optional<TagPiece>> pieces) {
        Set<String> unknown = new HashSet<>();
        List<TagPlaces> places = new ArrayList<>(stored.size());
        for (JsonText json : stored) {
            TagPlaces found = TagPlaces.of(json);
            found.addUnknown(unknown, pieces);
            places.add(found);
        }
        if (!unknown.isEmpty()) {
            pieces.putAll(read(unknown));
        }
        return places.stream().map(one -> one.filled(pieces)).toList();
    }

    private TagLooks current() {
        TagLooks current = looks;
        if (current.pieces().size() < MOST_PIECES && versions.isUnchanged(TagCacheGroups.LOOKS, current.since())) {
            return current;
        }
        TagLooks next = new TagLooks(versions.now()); // the clock is read before the database is
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
