package dev.dateline.front;

import java.util.UUID;

/** The cache groups of fronts: what answers depend on, and what a change touches. */
public final class FrontCacheGroups {

    /** Touched by every change of any front. */
    public static final String ALL = "fronts";

    private FrontCacheGroups() {}

    public static String one(UUID id) {
        return "front:" + id;
    }

    /** What a slug leads to. */
    public static String address(String slug) {
        return "front-address:" + slug;
    }
}
