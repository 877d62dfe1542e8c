package dev.dateline.content;

/** Makes another picture of one. */
@FunctionalInterface
public interface ImageChange {

    /** @param pointer where it stands in the content: a JSON Pointer (RFC 6901) */
    Image of(String pointer, Image image);
}
