package dev.dateline.exchange;

import dev.dateline.content.Slug;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Slugs out of WordPress's, which percent-encodes what is not Latin, and may cut that in the middle of a character. */
final class WordPressSlugs {

    private WordPressSlugs() {}

    /** By the rules of a language; {@code otherwise} where nothing is left. */
    static String slug(String nicename, String language, String otherwise) {
        String decoded = decoded(nicename);
        if (Slug.isSlug(decoded)) {
            return decoded;
        }
        String slug = Slug.of(decoded, language);
        return Slug.isSlug(slug) ? slug : otherwise;
    }

    /** Without what a cut has left of the last character. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        String whole = text.replaceFirst("%[0-9a-fA-F]?$", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < whole.length(); i++) {
            int value = whole.charAt(i) == '%' && i + 3 <= whole.length() ? hex(whole.substring(i + 1, i + 3)) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                String character = Character.toString(whole.codePointAt(i));
                bytes.writeBytes(character.getBytes(StandardCharsets.UTF_8));
                i += character.length() - 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceAll("\uFFFD+(?=$|-)", "")
                .replace("\uFFFD", "");
    }

    private static int hex(String digits) {
        int high = Character.digit(digits.charAt(0), 16);
        int low = Character.digit(digits.charAt(1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
