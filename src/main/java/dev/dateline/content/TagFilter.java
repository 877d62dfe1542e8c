package dev.dateline.content;

import dev.dateline.http.Parameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tags an article must, may and must not carry: {@code a,b} both, {@code a|b} either, {@code -c} not, and all of it
 * together: {@code a,b|c,-d}. {@code a/*} is a or any tag below it.
 */
public record TagFilter(List<Term> terms) {

    public static final String EXPECTED =
            "tag slugs (lower case) or ids: a,b for both, a|b for either, -c for not, a/* for a or any tag below it, with at most 20 in all";

    private static final int MAX_TAGS = 20;
    private static final Pattern TAG = Pattern.compile(Slug.PATTERN);

    /**
     * A tag that is named.
     *
     * @param word slug, alias or id
     * @param withBelow whether the tags below it are meant too
     */
    public record Reference(String word, boolean withBelow) implements Comparable<Reference> {

        private static final String BELOW = "/*";

        static Reference parse(String text) {
            boolean withBelow = text.endsWith(BELOW);
            String word = withBelow ? text.substring(0, text.length() - BELOW.length()) : text;
            if (word.length() > Slug.MAX_LENGTH || !(TAG.matcher(word).matches() || isId(word))) {
                throw new IllegalArgumentException("not a tag");
            }
            return new Reference(word, withBelow);
        }

        @Override
        public int compareTo(Reference other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return withBelow ? word + BELOW : word;
        }
    }

    /** @param anyOf one of which must match (or none, when excluded) */
    public record Term(boolean excluded, Set<Reference> anyOf) {}

    /** Whether a text can be read; nothing is a filter too. */
    public static boolean isFilter(@Nullable String text) {
        try {
            return text == null || !parse(text).terms().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static TagFilter parse(String text) {
        List<Term> terms = new ArrayList<>();
        int count = 0;
        for (String part : text.split(",", -1)) {
            boolean excluded = part.startsWith("-");
            Set<Reference> anyOf = new LinkedHashSet<>();
            for (String tag : (excluded ? part.substring(1) : part).split("\\|", -1)) {
                anyOf.add(Reference.parse(tag));
                count++;
            }
            if (count > MAX_TAGS) {
                throw new IllegalArgumentException("too many tags");
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
                        + term.anyOf().stream()
                                .map(tag -> new Reference(names.apply(tag.word()), tag.withBelow()).toString())
                                .collect(Collectors.joining("|")))
                .collect(Collectors.joining(","));
    }

    public Set<Reference> references() {
        Set<Reference> all = new LinkedHashSet<>();
        terms.forEach(term -> all.addAll(term.anyOf()));
        return all;
    }

    /** Slugs, aliases and ids that are named. */
    public Set<String> words() {
        return references().stream().map(Reference::word).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
