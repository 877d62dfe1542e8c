package dev.dateline.media;

import dev.dateline.content.Exposure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture as something shows it: all that its renditions are made from.
 *
 * @param key its public name
 * @param master its master's name in the store
 * @param focalX what must stay visible, as a fraction of the width
 * @param focalY as a fraction of the height
 * @param licenceUrl the licence it comes under, or null
 * @param territories where it may be published; everywhere when empty
 * @param expiresAt when no reader may get it any more, or null
 * @param exposure when readers see what it stands in
 */
public record ShownImage(
        String key,
        UUID imageId,
        String master,
        int masterWidth,
        int masterHeight,
        boolean hasAlpha,
        double focalX,
        double focalY,
        @Nullable String licenceUrl,
        List<String> territories,
        @Nullable Instant expiresAt,
        Exposure exposure) {

    /** The cache group of its renditions. */
    String cacheGroup() {
        return cacheGroup(key);
    }

    /** The cache group of the renditions of a picture. */
    public static String cacheGroup(String key) {
        return "media:" + key;
    }
}
