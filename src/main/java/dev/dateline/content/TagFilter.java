package dev.dateline.content;

import dev.dateline.http.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tags an article must, may and must not carry: {@code a,b} both, {@code a|b} either, {@code -c} not, and all of it
 * together: {@code a,b|c,-d}.
 */
public record TagFilter(List<Term> terms) {

    public static final String EXPECTED =
            "tag slugs (lower case) or ids: a,b for both, a|b for either, -c for not, with at most 20 in all";

    private static final int MAX_TAGS = 20;
    private static final Pattern TAG = Pattern.compile(Slug.PATTERN);

    /** @param anyOf slugs, aliases or ids, one of which must match (or none, when excluded) */
    public record Term(boolean excluded, Set<String> anyOf) {}

    public static TagFilter parse(String text) {
        List<Term> terms = new ArrayList<>();
        int count = 0;
        for (String part : text.split(",", -1)) {
            boolean excluded = part.startsWith("-");
            Set<String> anyOf =
                    new LinkedHashSet<>(Arrays.asList((excluded ? part.substring(1) : part).split("\\|", -1)));
            for (String tag : anyOf) {
                count++;
                if (count > MAX_TAGS
                        || tag.length() > Slug.MAX_LENGTH
                        || !(TAG.matcher(tag).matches() || isId(tag))) {
                    throw new IllegalArgumentException("not a tag filter");
                }
            }
            terms.add(new Term(excluded, anyOf));
        }
        return new TagFilter(terms);
    }

    private static boolean isId(String text) {
        try {
            Parameters.uuid(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The same question in the one order that all its spellings share. */
    public TagFilter canonical() {
        return new TagFilter(terms.stream()
                .map(term -> new Term(term.excluded(), new TreeSet<>(term.anyOf())))
                .sorted(Comparator.comparing(Term::toString))
                .toList());
    }

    /** The same with other words for the tags. */
    public String text(UnaryOperator<String> names) {
        return terms.stream()
                .map(term -> (term.excluded() ? "-" : "")
                        + term.anyOf().stream().map(names).collect(Collectors.joining("|")))
                .collect(Collectors.joining(","));
    }

    public Set<String> references() {
        Set<String> all = new LinkedHashSet<>();
        terms.forEach(term -> all.addAll(term.anyOf()));
        return all;
    }
}
