package dev.dateline.exchange.html;

import dev.dateline.json.ForbiddenCharacters;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References by number to characters that no text may hold, such as a backspace. Word processors leave them behind. */
public final class CharacterReferences {

    private static final Pattern NUMBER = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?");

    private CharacterReferences() {}

    /** The HTML without them, as if they had stood there as they are. */
    public static String allowed(String html) {
        if (!html.contains("&#")) {
            return html;
        }
        return NUMBER.matcher(html)
                .replaceAll(reference -> isAllowed(reference) ? Matcher.quoteReplacement(reference.group()) : "");
    }

    private static boolean isAllowed(MatchResult reference) {
        long number = reference.group(1) == null
                ? Long.parseLong(reference.group(2))
                : Long.parseLong(reference.group(1), 16);
        return number > Character.MAX_CODE_POINT || ForbiddenCharacters.firstIn(Character.toString((int) number)) < 0;
    }
}
