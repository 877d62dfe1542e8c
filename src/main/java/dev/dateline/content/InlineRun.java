package dev.dateline.content;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of inline text that looks the same from end to end.
 *
 * @param link where it leads, or null; two links that stand side by side are two
 */
record InlineRun(
        Kind kind, String text, Set<Mark> marks, @Nullable Link link) {

    /** What a run is made of. */
    enum Kind {
        TEXT,
        CODE,
        /** A line break; its text is one line feed. */
        BREAK
    }

    /** What a run looks like, with what stands at both ends of it in Markdown. */
    enum Mark {
        STRONG("**"),
        EMPHASIS("_"),
        STRUCK("~~");

        private final String delimiter;

        Mark(String delimiter) {
            this.delimiter = delimiter;
        }

        String delimiter() {
            return delimiter;
        }
    }

    /** One {@code a} element; equal to no other. */
    @SuppressWarnings("ClassCanBeRecord") // a record would be equal to another link to the same place
    static final class Link {
        private final String address;

        Link(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }
    }

    boolean looksLike(InlineRun other) {
        return kind != Kind.BREAK && kind == other.kind && marks.equals(other.marks) && link == other.link;
    }

    InlineRun asText(String other) {
        return new InlineRun(Kind.TEXT, other, marks, link);
    }

    InlineRun withText(String other) {
        return new InlineRun(kind, other, marks, link);
    }
}
