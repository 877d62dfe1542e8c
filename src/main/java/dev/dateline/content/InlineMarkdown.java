package dev.dateline.content;

import dev.dateline.content.InlineRun.Kind;
import dev.dateline.content.InlineRun.Link;
import dev.dateline.content.InlineRun.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes inline HTML as Markdown that every dialect reads alike.
 *
 * <p>Each mark has a character of its own, so that delimiters which stand side by side never become one run. A delimiter
 * between a letter and punctuation would be read as text (CommonMark 6.2); there the letter becomes a character reference,
 * which ends and begins with punctuation.
 */
final class InlineMarkdown {

    private final List<InlineRun> runs;
    private final List<Set<Object>> styles;

    /** Where each style that is open, or was, ends; found once for each stretch of it. */
    private final Map<Object, Integer> ends = new HashMap<>();

    /** For each run, the first behind it that is no space. */
    private final int[] words;

    private final String lineBreak;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Object> open = new ArrayDeque<>();

    private InlineMarkdown(List<InlineRun> runs, String lineBreak) {
        this.runs = runs;
        this.styles = runs.stream().map(InlineMarkdown::stylesOf).toList();
        this.words = new int[runs.size()];
        for (int i = runs.size() - 1; i >= 0; i--) {
            words[i] = i + 1 == runs.size() || !isSpace(runs.get(i + 1)) ? i + 1 : words[i + 1];
        }
        this.lineBreak = lineBreak;
    }

    /** Breaks of lines are kept. */
    static String of(String html) {
        return new InlineMarkdown(spacesApart(InlineRuns.of(html)), "\\\n").write();
    }

    /** On one line, for a heading. */
    static String line(String html) {
        return new InlineMarkdown(spacesApart(InlineRuns.of(html)), " ").write();
    }

    /** Plain text that is to look so. */
    static String of(String text, Set<Mark> marks) {
        return plain(text, marks, null);
    }

    /** A link with plain text. */
    static String link(String text, String address) {
        return plain(text, Set.of(), new Link(address));
    }

    private static String plain(String text, Set<Mark> marks, @Nullable Link link) {
        InlineRun run = new InlineRun(Kind.TEXT, text.replaceAll("\\s+", " ").strip(), marks, link);
        return run.text().isEmpty() ? "" : new InlineMarkdown(List.of(run), " ").write();
    }

    private String write() {
        for (int i = 0; i < runs.size(); i++) {
            InlineRun run = runs.get(i);
            if (isSpace(run)) {
                space(i);
                continue;
            }
            out.append(close(i));
            String opening = open(i);
            out.append(opening);
            if (run.kind() == Kind.CODE) {
                out.append(MarkdownText.code(run.text()));
            } else {
                text(i, opening.isEmpty() && (i == 0 || runs.get(i - 1).kind() == Kind.BREAK));
            }
        }
        out.append(closeAll());
        return out.toString();
    }

    /** A delimiter must stand beside a word: what ends here is closed before the space, and what begins is opened behind it. */
    private void space(int index) {
        int next = words[index];
        boolean isBreak = runs.get(index).kind() == Kind.BREAK;
        if (next == runs.size() || (isBreak && endsWithTheLine())) {
            out.append(closeAll());
        } else {
            out.append(close(next));
        }
        if (runs.get(index).kind() == Kind.BREAK) {
            out.append(lineBreak);
        } else {
            text(index, false);
        }
    }

    /** Not every renderer reads a link, or what is struck, on into the next line. */
    private boolean endsWithTheLine() {
        return open.stream().anyMatch(style -> style instanceof Link || style == Mark.STRUCK);
    }

    // Where delimiters go

    private String close(int next) {
        Set<Object> wanted = styles.get(next);
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
        Set<Object> fresh = new HashSet<>(styles.get(index));
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
        int known = ends.getOrDefault(style, 0);
        if (known > from) {
            return known;
        }
        int end = from;
        while (end < runs.size() && styles.get(end).contains(style)) {
            end++;
        }
        ends.put(style, end);
        return end;
    }

    private static Set<Object> stylesOf(InlineRun run) {
        Set<Object> styles = new HashSet<>(run.marks());
        if (run.link() != null) {
            styles.add(run.link());
        }
        return styles;
    }

    private static String opening(Object style) {
        return style instanceof Mark mark ? mark.delimiter() : "[";
    }

    private static String closing(Object style) {
        return style instanceof Mark mark
                ? mark.delimiter()
                : "](<" + MarkdownText.address(((Link) style).address()) + ">)";
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
        out.append(escaped(index, middle, lineStart && !first));
        if (last && to < text.length()) {
            out.append(MarkdownText.reference(text.codePointAt(to)));
        }
    }

    private String escaped(int index, String text, boolean lineStart) {
        if (lineStart) {
            return MarkdownText.escapedAtLineStart(text);
        }
        return styles.get(index).isEmpty() ? MarkdownText.escaped(text) : MarkdownText.escapedInMarks(text);
    }

    /** Whether a character of a run must not stand beside the delimiters that part it from its neighbour. */
    private boolean needsReference(int index, int neighbour, int character) {
        if (isNoBreakSpace(character)) {
            return neighbour < 0
                    || neighbour >= runs.size()
                    || runs.get(neighbour).kind() == Kind.BREAK;
        }
        if (neighbour < 0
                || neighbour >= runs.size()
                || isSpace(runs.get(neighbour))
                || isSpaceOrPunctuation(character)) {
            return false;
        }
        List<Object> delimiters = delimitersOf(styles.get(neighbour), styles.get(index));
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
        boolean alone = inner.text().codePointCount(0, inner.text().length()) == 1; // it may be a reference itself
        boolean isWord = inner.kind() == Kind.TEXT && !alone && Character.isLetterOrDigit(edge);
        return delimiters.get(0) instanceof Mark && !isWord;
    }

    /** What is marked in one run and not in the other beside it; nothing where each has marks that the other lacks. */
    private static List<Object> delimitersOf(Set<Object> marked, Set<Object> outside) {
        return marked.containsAll(outside)
                ? marked.stream().filter(style -> !outside.contains(style)).toList()
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

    private static boolean isSpace(InlineRun run) {
        return run.kind() != Kind.CODE && run.text().codePoints().allMatch(InlineMarkdown::isWhite);
    }

    private static boolean isWhite(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The white space at both ends of what is marked, as runs of its own. */
    private static List<InlineRun> spacesApart(List<InlineRun> runs) {
        return runs.stream().flatMap(run -> spacesApart(run).stream()).toList();
    }

    private static List<InlineRun> spacesApart(InlineRun run) {
        if (run.kind() == Kind.BREAK) {
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
        List<InlineRun> parts = List.of(
                run.asText(text.substring(0, start)),
                run.withText(text.substring(start, end)),
                run.asText(text.substring(end)));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }
}
