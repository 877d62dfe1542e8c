package dev.dateline.media;

import dev.dateline.content.FocalPoint;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * Public names of pictures. Each stands for the bytes and the focal point for ever, so that renditions never change; and nobody
 * who has the same file of an agency can find out whether this newsroom has it, because the names are made with a secret.
 */
@Singleton
class ImageKeys {

    /** So that renditions get new names when they are made in another way. */
    private static final int VERSION = 1;

    private static final int BYTES = 16;

    private final ImageRepository images;
    private volatile byte @Nullable [] secret;

    ImageKeys(ImageRepository images) {
        this.images = images;
    }

    String of(String digest, FocalPoint focalPoint) {
        byte[] key = secret;
        if (key == null) {
            key = images.secret();
            secret = key;
        }
        byte[] point = ByteBuffer.allocate(20)
                .putInt(VERSION)
                .putDouble(focalPoint.x())
                .putDouble(focalPoint.y())
                .array();
        HmacUtils hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key);
        byte[] name = hmac.hmac(digest + Base64.getEncoder().encodeToString(point));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(name, BYTES));
    }
}
