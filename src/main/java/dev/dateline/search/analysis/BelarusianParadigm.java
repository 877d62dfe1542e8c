package dev.dateline.search.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The endings that the forms of one word have. */
record BelarusianParadigm(String partOfSpeech, List<String> endings) {

    private static final String VOWELS = "аеёіоуыэюя";
    private static final String HUSHED = "жшчщр";

    /** @param line of the table: a part of speech, and endings */
    static BelarusianParadigm of(String line) {
        List<String> words = List.of(line.split(" "));
        return new BelarusianParadigm(words.get(0), words.subList(1, words.size()));
    }

    boolean isParticiple() {
        return partOfSpeech.equals("p");
    }

    /** A participle is a form of its verb. */
    String family() {
        return isParticiple() ? "v" : partOfSpeech;
    }

    /** All forms of a stem. */
    Set<String> forms(String stem) {
        Set<String> forms = new LinkedHashSet<>();
        boolean isHushed = isHushed(stem);
        for (String ending : endings) {
            if (ending.charAt(0) == '+' && !isHushed) {
                continue;
            }
            forms.add(
                    switch (ending.charAt(0)) {
                        case '0' -> ended(stem);
                        case '*' -> softened(stem);
                        case '+' -> hushed(stem) + ending.substring(1);
                        default -> stem + ending;
                    });
        }
        return forms;
    }

    /** Nothing ends in в after a vowel: справа, спраў. */
    private static String ended(String stem) {
        int last = stem.length() - 1;
        return last > 0 && stem.charAt(last) == 'в' && VOWELS.indexOf(stem.charAt(last - 1)) >= 0
                ? stem.substring(0, last) + 'ў'
                : stem;
    }

    /** As before the е of the locative: рука, руцэ. */
    private static String softened(String stem) {
        String start = stem.substring(0, stem.length() - 1);
        return switch (stem.charAt(stem.length() - 1)) {
            case 'к' ->
                start + (start.isEmpty() || VOWELS.indexOf(start.charAt(start.length() - 1)) >= 0 ? "цэ" : "цы");
            case 'г' -> start + "зе";
            case 'х' -> start + "се";
            case 'т' -> start + "це";
            case 'д' -> start + "дзе";
            case 'р', 'ж', 'ш', 'ч', 'ц' -> stem + "э";
            default -> stem + "е";
        };
    }

    /** Others have another form there (спраўлю, not справу), and that would be taken for a word. */
    private static boolean isHushed(String stem) {
        return HUSHED.indexOf(stem.charAt(stem.length() - 1)) >= 0
                || !hushed(stem).equals(stem);
    }

    /** As in the present of some verbs: пісаць, пішу. */
    private static String hushed(String stem) {
        if (stem.endsWith("дз")) {
            return stem.substring(0, stem.length() - 2) + "дж";
        } else if (stem.endsWith("сц")) {
            return stem.substring(0, stem.length() - 2) + "шч";
        }
        String start = stem.substring(0, stem.length() - 1);
        return switch (stem.charAt(stem.length() - 1)) {
            case 'с', 'х' -> start + "ш";
            case 'з', 'г' -> start + "ж";
            case 'к', 'ц', 'т' -> start + "ч";
            default -> stem;
        };
    }
}
