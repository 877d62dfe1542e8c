package dev.dateline.syndication;

import java.util.Map;

/** What a file is, as far as its address promises. */
final class MediaType {

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("gif", "image/gif"),
            Map.entry("avif", "image/avif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("webm", "video/webm"));

    private MediaType() {}

    /** Empty when it promises nothing. */
    static String of(String address) {
        String path = address.replaceFirst("[?#].*", "");
        return BY_EXTENSION.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "");
    }
}
