package dev.dateline.editorial;

import dev.dateline.search.analysis.SearchWords;
import dev.dateline.search.analysis.WordForms;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what somebody looks for as PostgreSQL wants it: base forms in every language, combined by and, or and not. */
public final class WordFilter {

    /** So many characters may be asked for. */
    public static final int LONGEST = 1_000;

    /** Nobody has a word of a single quotation mark. */
    private static final String NOTHING = "''''";

    private WordFilter() {}

    /** A {@code tsquery}; what has no words finds nothing. */
    public static String of(String text) {
        SearchWords words = SearchWords.parse(text);
        Stream<String> wanted = words.wanted().stream().map(WordFilter::anyOf);
        Stream<String> unwanted = words.unwanted().stream()
                .map(part -> anyOf(List.of(part)))
                .filter(part -> !part.isEmpty())
                .map(part -> "!" + part);
        String all = joined(Stream.concat(wanted, unwanted), " & ");
        return all.isEmpty() ? NOTHING : all;
    }

    private static String anyOf(List<SearchWords.Part> parts) {
        return joined(parts.stream().map(WordFilter::allOf), " | ");
    }

    private static String allOf(SearchWords.Part part) {
        return joined(part.words().stream().map(word -> forms(word, part.isPrefix())), " & ");
    }

    private static String forms(String word, boolean isPrefix) {
        Stream<String> forms = WordForms.wanted(word).map(WordFilter::quoted);
        Stream<String> begun = Stream.of(WordForms.beginning(word))
                .filter(beginning -> isPrefix && !beginning.isEmpty())
                .map(beginning -> quoted(beginning) + ":*");
        return joined(Stream.concat(forms, begun), " | ");
    }

    private static String joined(Stream<String> parts, String operator) {
        String joined = parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(operator));
        return joined.isEmpty() ? "" : "(" + joined + ")";
    }

    private static String quoted(String form) {
        return "'" + form.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
