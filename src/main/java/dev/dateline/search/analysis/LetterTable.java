package dev.dateline.search.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which letters stand for which others. The longest group that has a line of its own counts. */
record LetterTable(Map<String, List<String>> lines) {

    private static final int LONGEST = 4;

    /** @param name of a table with lines of a group of letters, and what it may stand for */
    static LetterTable read(String name) {
        return new LetterTable(Resources.lines(name).stream()
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.toMap(line -> line.get(0), line -> line.subList(1, line.size()))));
    }

    /** The longest group at a place, or nothing. */
    String group(String letters, int at) {
        for (int end = Math.min(letters.length(), at + LONGEST); end > at; end--) {
            if (lines.containsKey(letters.substring(at, end))) {
                return letters.substring(at, end);
            }
        }
        return "";
    }

    List<String> of(String group) {
        return lines.getOrDefault(group, List.of());
    }

    /** A text with each group replaced by the first of what it may stand for. */
    String replaceIn(String letters) {
        StringBuilder replaced = new StringBuilder();
        for (int at = 0; at < letters.length(); ) {
            String group = group(letters, at);
            replaced.append(
                    group.isEmpty() ? letters.substring(at, at + 1) : of(group).get(0));
            at += Math.max(1, group.length());
        }
        return replaced.toString();
    }
}
