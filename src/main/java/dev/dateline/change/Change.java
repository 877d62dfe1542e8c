package dev.dateline.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of what is public.
 *
 * @param target the thing that changed
 * @param groups the cache groups it touches: whatever was answered from one of them may be outdated now
 */
public record Change(Kind kind, UUID target, Event event, Set<String> groups) {

    /** What changed. */
    @Schema(name = "Kind", description = "What kind of thing it is.")
    public enum Kind {
        @JsonProperty("article")
        ARTICLE("articles"),
        @JsonProperty("story-list")
        STORY_LIST("story-lists"),
        @JsonProperty("callout")
        CALLOUT("callouts"),
        @JsonProperty("front")
        FRONT("fronts"),
        @JsonProperty("tag")
        TAG("tags");

        private final String collection;

        Kind(String collection) {
            this.collection = collection;
        }

        /** By the name of its collection, for example {@code story-lists}. */
        public static Optional<Kind> ofCollection(String collection) {
            return Arrays.stream(values())
                    .filter(kind -> kind.collection.equals(collection))
                    .findFirst();
        }

        /** Where things of this kind are edited. */
        public String editorialPath() {
            return "/v1/editorial/" + collection;
        }
    }

    /** How it changed. */
    public enum Event {
        PUBLISHED,
        UPDATED,
        WITHDRAWN
    }
}
