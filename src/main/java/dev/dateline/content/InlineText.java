package dev.dateline.content;

import java.util.stream.Collectors;

/** Inline HTML as plain text. */
final class InlineText {

    private InlineText() {}

    /** What a reader sees, with a line feed for each line break. */
    static String of(String html) {
        return InlineRuns.of(html).stream().map(InlineRun::text).collect(Collectors.joining());
    }
}
