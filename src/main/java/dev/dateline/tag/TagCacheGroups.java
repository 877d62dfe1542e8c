package dev.dateline.tag;

import java.util.UUID;

/** The cache groups of tags: what answers depend on, and what a change touches. */
public final class TagCacheGroups {

    /** Which tags there are, and which slugs and aliases lead to them. */
    public static final String ALL = "tags";

    /**
     * What tags look like: every answer that shows one depends on it. One group for all, because a new name is rare and
     * the tag may be on a hundred thousand articles.
     */
    public static final String LOOKS = "tag-looks";

    /** Which tags published articles carry, and so which are public. */
    public static final String CARRIED = "tags-carried";

    private static final String ONE = "tag:";

    private TagCacheGroups() {}

    /** A tag, and which articles carry it. */
    public static String one(UUID id) {
        return ONE + id;
    }

    public static boolean isOne(String group) {
        return group.startsWith(ONE);
    }
}
