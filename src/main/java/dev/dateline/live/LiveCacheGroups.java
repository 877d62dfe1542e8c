package dev.dateline.live;

import java.util.UUID;
import java.util.stream.Stream;

/** The cache groups of live pages, beside those that every kind of content has. */
public final class LiveCacheGroups {

    private static final String PAGE = "live-updates-of:";

    private LiveCacheGroups() {}

    /** Touched by every change of a page's updates, and by no change of the page itself: lists that show it stay as they are. */
    public static String page(UUID article) {
        return PAGE + article;
    }

    /** The page whose group this is, if it is one. */
    public static Stream<String> pageOf(String group) {
        return group.startsWith(PAGE) ? Stream.of(group.substring(PAGE.length())) : Stream.empty();
    }
}
