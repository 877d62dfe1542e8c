package dev.dateline.content;

/** Raised and lowered text where there is no markup: with Unicode's own characters, and where it has none, with a mark. */
final class RaisedText {

    private static final String PLAIN = "0123456789+-=()n";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    private RaisedText() {}

    /** {@code 10⁵}, {@code x^(abc)}. */
    static String raised(String text) {
        return replaced(text.strip(), RAISED, '^');
    }

    /** {@code H₂O}, {@code x_(abc)}. */
    static String lowered(String text) {
        return replaced(text.strip(), LOWERED, '_');
    }

    private static String replaced(String text, String characters, char mark) {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder replaced = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int at = PLAIN.indexOf(text.charAt(i));
            if (at < 0) {
                return mark + "(" + text + ")";
            }
            replaced.append(characters.charAt(at));
        }
        return replaced.toString();
    }
}
