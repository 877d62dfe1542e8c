package dev.dateline.media;

import dev.dateline.content.Image;

/**
 * A picture where it stands in what shows it.
 *
 * @param place a JSON Pointer
 * @param image all that is said of it there, as readers get it
 * @param shown what its renditions are made from
 */
public record PlacedImage(String place, Image image, ShownImage shown) {}
