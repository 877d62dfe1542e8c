package dev.dateline.tag;

import dev.dateline.content.TagType;
import java.util.UUID;

/**
 * What a slug, alias or id in a filter leads to.
 *
 * @param isPublicItself whether it is announced, or something published carries it
 * @param isAbovePublic whether a public tag stands below it; only asked of those that are not public themselves
 */
public record TagMatch(UUID id, TagType type, boolean isPublicItself, boolean isAbovePublic) {

    /** Whether readers may know that there is such a tag. */
    public boolean isPublic() {
        return isPublicItself || isAbovePublic;
    }
}
