package dev.dateline.media;

import java.util.Locale;

/** What the store keeps of a picture. */
public enum MediaPart {
    /** As it was uploaded; never public. */
    ORIGINALS,
    /** What renditions are made of. */
    MASTERS;

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
