package dev.dateline.storylist;

import java.util.UUID;

/** The cache groups of story lists: what answers depend on, and what a change touches. */
public final class StoryListCacheGroups {

    /** Touched by every change of any list. */
    public static final String ALL = "story-lists";

    private StoryListCacheGroups() {}

    public static String one(UUID id) {
        return "story-list:" + id;
    }

    /** What a slug leads to. */
    public static String address(String slug) {
        return "story-list-address:" + slug;
    }
}
