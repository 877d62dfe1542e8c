package dev.dateline.media;

import dev.dateline.content.EditorialContent;
import java.util.Set;

/**
 * Content as the public gets it.
 *
 * @param content with an address for each picture
 * @param images the pictures of the library that it shows
 */
public record ShownContent(EditorialContent content, Set<PlacedImage> images) {}
