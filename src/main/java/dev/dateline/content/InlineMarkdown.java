package dev.dateline.content;

import dev.dateline.content.InlineRun.Kind;
import dev.dateline.content.InlineRun.Link;
import dev.dateline.content.InlineRun.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes inline HTML as Markdown that every dialect reads alike.
 *
 * <p>Each mark has a character of its own, so that delimiters which stand side by side never become one run. A delimiter
 * between a letter and punctuation would be read as text (CommonMark 6.2); there the letter becomes a character reference,
 * which ends and begins with punctuation.
 */
final class InlineMarkdown {

    private static final String STRONG = "**";
    private static final String EMPHASIS = "_";
    private static final String STRUCK = "~~";

    private final List<InlineRun> runs;
    private final String lineBreak;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Object> open = new ArrayDeque<>();

    private InlineMarkdown(List<InlineRun> runs, String lineBreak) {
        this.runs = runs;
        this.lineBreak = lineBreak;
    }

    /** Breaks of lines are kept. */
    static String of(String html) {
        return new InlineMarkdown(withoutMarksOnSpace(InlineRuns.of(html)), "\\\n").write();
    }

    /** On one line, for a heading. */
    static String line(String html) {
        return new InlineMarkdown(withoutMarksOnSpace(InlineRuns.of(html)), " ").write();
    }

    /** Plain text that is to look so. */
    static String of(String text, Set<Mark> marks) {
        InlineRun run = new InlineRun(Kind.TEXT, text.replaceAll("\\s+", " ").strip(), marks, null);
        return run.text().isEmpty() ? "" : new InlineMarkdown(List.of(run), " ").write();
    }

    private String write() {
        for (int i = 0; i < runs.size(); i++) {
            InlineRun run = runs.get(i);
            String closing = close(run);
            String opening = open(i);
            out.append(closing).append(opening);
            boolean lineStart = i == 0 || runs.get(i - 1).kind() == Kind.BREAK;
            switch (run.kind()) {
                case BREAK -> out.append(lineBreak);
                case CODE -> out.append(code(run.text()));
                case TEXT -> text(i, lineStart && opening.isEmpty());
            }
        }
        out.append(closeAll());
        return out.toString();
    }

    // Where delimiters go

    private String close(InlineRun next) {
        Set<Object> wanted = styles(next);
        int keep = 0;
        List<Object> fromOutside = new ArrayList<>(open);
        Collections.reverse(fromOutside);
        while (keep < fromOutside.size() && wanted.contains(fromOutside.get(keep))) {
            keep++;
        }
        StringBuilder closing = new StringBuilder();
        while (open.size() > keep) {
            closing.append(closing(open.pop()));
        }
        return closing.toString();
    }

    private String closeAll() {
        StringBuilder closing = new StringBuilder();
        while (!open.isEmpty()) {
            closing.append(closing(open.pop()));
        }
        return closing.toString();
    }

    /** What lasts longest is opened first. */
    private String open(int index) {
        Set<Object> fresh = styles(runs.get(index));
        open.forEach(fresh::remove);
        StringBuilder opening = new StringBuilder();
        fresh.stream()
                .sorted(Comparator.comparingInt((Object style) -> -end(style, index))
                        .thenComparing(style -> style instanceof Link ? "" : style.toString()))
                .forEach(style -> {
                    open.push(style);
                    opening.append(opening(style));
                });
        return opening.toString();
    }

    private int end(Object style, int from) {
        int end = from;
        while (end < runs.size() && styles(runs.get(end)).contains(style)) {
            end++;
        }
        return end;
    }

    private static Set<Object> styles(InlineRun run) {
        Set<Object> styles = new HashSet<>(run.marks());
        if (run.link() != null) {
            styles.add(run.link());
        }
        return styles;
    }

    private static String opening(Object style) {
        return style instanceof Mark mark ? delimiter(mark) : "[";
    }

    private static String closing(Object style) {
        return style instanceof Mark mark
                ? delimiter(mark)
                : "](<" + MarkdownText.address(((Link) style).address()) + ">)";
    }

    private static String delimiter(Mark mark) {
        return switch (mark) {
            case STRONG -> STRONG;
            case EMPHASIS -> EMPHASIS;
            case STRUCK -> STRUCK;
        };
    }

    // What stands between them

    private void text(int index, boolean lineStart) {
        String text = runs.get(index).text();
        boolean first = needsReference(index, index - 1, text.codePointAt(0));
        boolean last = needsReference(index, index + 1, text.codePointBefore(text.length()));
        int from = first ? Character.charCount(text.codePointAt(0)) : 0;
        int to = Math.max(
                from, last ? text.length() - Character.charCount(text.codePointBefore(text.length())) : text.length());
        if (first) {
            out.append(MarkdownText.reference(text.codePointAt(0)));
        }
        String middle = text.substring(from, to);
        out.append(lineStart && !first ? MarkdownText.escapedAtLineStart(middle) : MarkdownText.escaped(middle));
        if (last && to >= from && to < text.length()) {
            out.append(MarkdownText.reference(text.codePointAt(to)));
        }
    }

    /** Whether a character of a run must not stand beside the delimiters that part it from its neighbour. */
    private boolean needsReference(int index, int neighbour, int character) {
        if (isNoBreakSpace(character)) {
            return neighbour < 0
                    || neighbour >= runs.size()
                    || runs.get(neighbour).kind() == Kind.BREAK;
        }
        if (neighbour < 0 || neighbour >= runs.size() || isSpaceOrPunctuation(character)) {
            return false;
        }
        List<Object> delimiters = delimitersOf(runs.get(neighbour), runs.get(index));
        if (delimiters.isEmpty()) {
            return false;
        }
        if (delimiters.contains(Mark.EMPHASIS) || delimiters.size() > 1) {
            return true;
        }
        InlineRun inner = runs.get(neighbour);
        int edge = neighbour > index
                ? inner.text().codePointAt(0)
                : inner.text().codePointBefore(inner.text().length());
        return delimiters.get(0) instanceof Mark && (inner.kind() == Kind.CODE || !Character.isLetterOrDigit(edge));
    }

    /** What is marked in one run and not in the other beside it; nothing where each has marks that the other lacks. */
    private static List<Object> delimitersOf(InlineRun marked, InlineRun outside) {
        Set<Object> here = styles(outside);
        Set<Object> there = styles(marked);
        return there.containsAll(here)
                ? there.stream().filter(style -> !here.contains(style)).toList()
                : List.of();
    }

    private static boolean isNoBreakSpace(int c) {
        return c == 0xA0 || c == 0x202F;
    }

    /** What every version of CommonMark takes for white space or punctuation. */
    private static boolean isSpaceOrPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> c < 0x80 && !Character.isLetterOrDigit(c);
        };
    }

    /** More backticks around than there are inside (CommonMark 6.1). */
    private static String code(String text) {
        StringBuilder fence = new StringBuilder("`");
        while (text.contains(fence)) {
            fence.append('`');
        }
        String space =
                text.startsWith("`") || text.endsWith("`") || (text.startsWith(" ") && text.endsWith(" ")) ? " " : "";
        return fence + space + text + space + fence;
    }

    // Marks belong to words

    /** White space at an edge of what is marked loses the mark: a delimiter must stand beside a word. */
    private static List<InlineRun> withoutMarksOnSpace(List<InlineRun> runs) {
        List<InlineRun> split = new ArrayList<>();
        runs.forEach(run -> split.addAll(spacesApart(run)));
        for (Mark mark : Mark.values()) {
            for (int i = 0; i < split.size(); i++) {
                if (!split.get(i).marks().contains(mark)) {
                    continue;
                }
                int from = i;
                while (i < split.size() && split.get(i).marks().contains(mark)) {
                    i++;
                }
                trim(split, from, i, mark);
            }
        }
        return joined(split);
    }

    private static void trim(List<InlineRun> runs, int from, int to, Mark mark) {
        for (int i = from; i < to && isSpace(runs.get(i)); i++) {
            runs.set(i, runs.get(i).without(EnumSet.of(mark)));
        }
        for (int i = to - 1; i >= from && isSpace(runs.get(i)); i--) {
            runs.set(i, runs.get(i).without(EnumSet.of(mark)));
        }
    }

    private static boolean isSpace(InlineRun run) {
        return run.kind() != Kind.CODE && run.text().codePoints().allMatch(InlineMarkdown::isWhite);
    }

    private static boolean isWhite(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static List<InlineRun> spacesApart(InlineRun run) {
        if (run.kind() != Kind.TEXT || run.marks().isEmpty()) {
            return List.of(run);
        }
        String text = run.text();
        int start = 0;
        while (start < text.length() && isWhite(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        while (end > start && isWhite(text.charAt(end - 1))) {
            end--;
        }
        List<InlineRun> parts = new ArrayList<>();
        for (String part : List.of(text.substring(0, start), text.substring(start, end), text.substring(end))) {
            if (!part.isEmpty()) {
                parts.add(run.withText(part));
            }
        }
        return parts;
    }

    private static List<InlineRun> joined(List<InlineRun> runs) {
        List<InlineRun> joined = new ArrayList<>();
        for (InlineRun run : runs) {
            InlineRun last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.looksLike(run)) {
                joined.set(joined.size() - 1, last.withText(last.text() + run.text()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }
}
