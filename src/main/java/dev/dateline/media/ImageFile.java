package dev.dateline.media;

import jakarta.persistence.Embeddable;

/**
 * The bytes of an uploaded picture, and what decoding it has found out.
 *
 * @param digest SHA-256 of the upload, in hexadecimal: its name in the store
 * @param bytes of the upload
 * @param width upright, in pixels
 * @param height upright, in pixels
 * @param master SHA-256 of the master, which renditions are made of: its name in the store
 * @param hasAlpha whether something may show through; then the master is a PNG, and else a JPEG
 * @param placeholder a ThumbHash in base64
 * @param dominantColour as {@code #rrggbb}
 */
@Embeddable
public record ImageFile(
        String digest,
        String mediaType,
        long bytes,
        int width,
        int height,
        String master,
        int masterWidth,
        int masterHeight,
        boolean hasAlpha,
        String placeholder,
        String dominantColour) {}
