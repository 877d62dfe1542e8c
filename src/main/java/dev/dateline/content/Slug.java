package dev.dateline.content;

import com.ibm.icu.text.Transliterator;
import dev.dateline.json.CanonicalText;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Readable addresses out of headlines. Cyrillic is romanised by the language's own BGN/PCGN rules (ICU), so that the
 * Belarusian г becomes h and the Russian one g; an apostrophe inside a word leaves no gap.
 */
public final class Slug {

    /** Where callouts are shown: a slug of at most 50 characters. */
    static final String PLACEMENT = "^(?=.{1,50}$)[a-z0-9]+(?:-[a-z0-9]+)*$";

    /** What a slug looks like, which is never like a UUID; the limit keeps addresses within every proxy's and social network's reach. */
    public static final String PATTERN =
            "^(?=.{1,120}$)(?![0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$)[a-z0-9]+(?:-[a-z0-9]+)*$";

    public static final int MAX_LENGTH = 120;

    private static final int MAX_MADE_LENGTH = 80;
    private static final Pattern SLUG = Pattern.compile(PATTERN);
    private static final Pattern INSIDE_WORD = Pattern.compile("(?<=\\p{L})['’ʼ`´](?=\\p{L})");
    private static final Pattern SIGN = Pattern.compile("[ʹʺ·’ʼ'^`]");
    private static final Pattern END = Pattern.compile("^-|-$");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Transliterator TO_ASCII = Transliterator.getInstance(
            "Any-Latin; NFD; [[:Mark:][:Modifier Letter:][:Modifier Symbol:]] Remove; Latin-ASCII;"
                    + " [[:Letter:]-[a-zA-Z]] Remove");
    private static final Map<String, Transliterator> BY_LANGUAGE = Map.of(
            "be", Transliterator.getInstance("Belarusian-Latin/BGN"),
            "ru", Transliterator.getInstance("Russian-Latin/BGN"),
            "uk", Transliterator.getInstance("Ukrainian-Latin/BGN"));

    private Slug() {}

    /** Whether a text looks like a slug. */
    public static boolean isSlug(String text) {
        return text.length() <= MAX_LENGTH && SLUG.matcher(text).matches();
    }

    /** The slug of a text without what cannot be romanised (an emoji, say); empty when nothing can. */
    public static String of(String text, String language) {
        String canonical = CanonicalText.visible(CanonicalText.of(text));
        String joined = INSIDE_WORD.matcher(canonical).replaceAll("");
        String primary = Locale.forLanguageTag(language).getLanguage();
        Transliterator own = BY_LANGUAGE.get(primary);
        String latin = own == null ? joined : own.transliterate(joined);
        String letters = SIGN.matcher(latin).replaceAll("");
        String ascii =
                isAscii(letters) ? letters : TO_ASCII.transliterate(letters).replace("'", "");
        String slug = OTHER.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("-");
        return shortened(END.matcher(slug).replaceAll(""));
    }

    /** Then there is nothing to romanise any more, which is slow. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /** The slug with a number behind it, for the second thing that wants it. */
    public static String numbered(String slug, int number) {
        String suffix = "-" + number;
        int most = MAX_LENGTH - suffix.length();
        return (slug.length() > most ? slug.substring(0, most).replaceAll("-$", "") : slug) + suffix;
    }

    private static String shortened(String slug) {
        if (slug.length() <= MAX_MADE_LENGTH) {
            return slug;
        }
        int cut = slug.lastIndexOf('-', MAX_MADE_LENGTH);
        return slug.substring(0, cut > 0 ? cut : MAX_MADE_LENGTH);
    }
}
