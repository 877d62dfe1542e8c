package dev.dateline.content;

import org.jspecify.annotations.Nullable;

/** Makes another picture of one, or takes it away. */
@FunctionalInterface
public interface ImageChange {

    /**
     * @param pointer where it stands in the content: a JSON Pointer (RFC 6901)
     * @param exposure when readers see what it stands in
     * @return null to take it away
     */
    @Nullable
    Image of(String pointer, Image image, Exposure exposure);

    /** Of a picture that readers see while they see the content. */
    default @Nullable Image of(String pointer, Image image) {
        return of(pointer, image, Exposure.ALWAYS);
    }
}
