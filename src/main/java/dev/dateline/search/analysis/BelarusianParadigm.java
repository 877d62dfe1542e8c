package dev.dateline.search.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The endings that the forms of one word have. */
record BelarusianParadigm(String partOfSpeech, List<String> endings) {

    private static final String VOWELS = "аеёіоуыэюя";

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
        for (String ending : endings) {
            forms.add(
                    switch (ending.charAt(0)) {
                        case '0' -> stem;
                        case '*' -> softened(stem);
                        case '+' -> hushed(stem) + ending.substring(1);
                        default -> stem + ending;
                    });
        }
        return forms;
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
