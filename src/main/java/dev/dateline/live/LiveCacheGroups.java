package dev.dateline.live;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cache groups of live pages, beside those that every kind of content has. */
public final class LiveCacheGroups {

    private static final String PAGE = "live-updates-of:";
    private static final String ABOUT = "live-updates-about:";
    private static final List<String> ABOUT_WHAT = List.of("articles:", "tag:");

    private LiveCacheGroups() {}

    /** Touched by every change of a page's updates, and by no change of the page itself: lists that show it stay as they are. */
    public static String page(UUID article) {
        return PAGE + article;
    }

    /**
     * What changes of updates touch for those who follow a tag or a language: no answer depends on these.
     *
     * @param groups of the page
     */
    public static Set<String> about(Set<String> groups) {
        return groups.stream()
                .filter(group -> ABOUT_WHAT.stream().anyMatch(group::startsWith))
                .map(group -> ABOUT + group)
                .collect(Collectors.toSet());
    }

    /** The page whose group this is, if it is one. */
    public static Stream<String> pageOf(String group) {
        return group.startsWith(PAGE) ? Stream.of(group.substring(PAGE.length())) : Stream.empty();
    }
}
