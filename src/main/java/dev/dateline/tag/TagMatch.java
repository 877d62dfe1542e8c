package dev.dateline.tag;

import dev.dateline.content.TagType;
import java.util.Set;
import java.util.UUID;

/**
 * What a slug, alias or id in a filter leads to.
 *
 * @param id of the tag; one that was merged leads to the other
 * @param ids itself; or, where the filter says so, itself and all below it
 * @param isPublicItself whether it is announced, or something published carries it
 * @param isAbovePublic whether a public tag stands below it; only asked of those that are not public themselves
 */
public record TagMatch(UUID id, TagType type, Set<UUID> ids, boolean isPublicItself, boolean isAbovePublic) {

    /** Whether readers may know that there is such a tag. */
    public boolean isPublic() {
        return isPublicItself || isAbovePublic;
    }

    TagMatch with(Set<UUID> below) {
        return new TagMatch(id, type, below, isPublicItself, isAbovePublic);
    }
}
