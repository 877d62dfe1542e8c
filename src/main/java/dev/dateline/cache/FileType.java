package dev.dateline.cache;

/**
 * What an answer is that is no JSON.
 *
 * @param isNegotiated whether the reader's {@code Accept} chose it
 * @param isText whether it is shorter when it is compressed
 */
public record FileType(String mediaType, boolean isNegotiated, boolean isText) {}
