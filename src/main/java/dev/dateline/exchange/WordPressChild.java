package dev.dateline.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One child of a WXR file's channel.
 *
 * @param name without a prefix when it is WordPress's own
 * @param text the whole element, or null when it was too large
 * @param complete whether the file does not end within it
 */
record WordPressChild(String name, @Nullable String text, boolean complete) {}
