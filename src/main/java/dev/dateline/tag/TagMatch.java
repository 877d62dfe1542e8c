package dev.dateline.tag;

import dev.dateline.content.TagType;
import java.util.UUID;

/**
 * What a slug, alias or id in a filter leads to.
 *
 * @param isPublic whether readers may know that there is such a tag
 */
public record TagMatch(UUID id, TagType type, boolean isPublic) {}
