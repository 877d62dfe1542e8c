package dev.dateline.search.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import morfologik.fsa.FSA;
import morfologik.fsa.FSATraversal;
import morfologik.fsa.MatchResult;

/**
 * Finds the stems of Belarusian words. Nobody keeps a dictionary of lemmas, but there is a list of 1.3 million forms (the
 * Belarusian Grammar Database, CC BY-SA 4.0). A guess is a stem with a table of endings; the guess of whose other forms the
 * most are words is believed. Words that are not in the list lose the longest ending that there is.
 *
 * <p>о and а, э and а, е, ё and я are one in a stem, because stress changes them: вада, воды.
 */
final class BelarusianStems {

    static final char MARK = 'b';

    private static final String WORDS = "/org/languagetool/resource/be/hunspell/be_BY.dict";
    private static final List<BelarusianParadigm> PARADIGMS = Resources.lines("belarusian-paradigms.txt").stream()
            .map(BelarusianParadigm::of)
            .toList();
    private static final List<String> ADJECTIVE =
            List.of("ы", "ая", "ае", "ыя", "ага", "аму", "ым", "ай", "аю", "ую", "ых", "ымі", "а");

    /** What the end of a form may stand for in its stem. */
    private static final Map<String, String> ALTERNATIONS = Map.of(
            "ц", "к т", "з", "г", "с", "х", "дз", "д", "ш", "с х", "ж", "з г", "ч", "к ц т", "дж", "дз", "шч", "сц ск",
            "ў", "в");

    private static final List<String> ENDINGS = Stream.of(
                    "ага яга ога аму яму ому ую юю ая яя ое ае яе ыя ія ым ім ымі імі ых іх ой ай яй ею ёю ою аю яю ёй а я у ю ы і е э о ь ё ам ям ом ем ём аў яў оў ёў еў ах ях амі ямі ей эй эю й ць ці ла ло лі іў ыў ала яла іла ыла ела ало яло іло ыло ело алі ялі ілі ылі елі аць яць іць ыць ець эць уць юць аюць яюць еш аеш яеш іш ыш аш яш аем яем еце аеце яеце іце ыце аце яце учы ючы ачы ячы аючы яючы аўшы яўшы іўшы ыўшы"
                            .split(" "))
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private static final List<String> PARTS_OF_SPEECH = List.of("n", "a", "v");
    private static final Map<String, String> IRREGULAR = irregular();
    private static final int LONGEST_ENDING = 7;
    private static final int SHORTEST_STEM = 3;

    /** One letter is the beginning of anything. */
    private static final int SHORTEST_GUESS = 2;

    private static final int FEWEST_FORMS_OF_A_PARTICIPLE = 6;

    /** How sure a guess must be: the square of how many of its forms are words, by how many there are. */
    private static final double SURE = 1.5;

    /** Another guess that is nearly as sure as the best counts too. */
    private static final double NEARLY = 0.8;

    /** A guess asks for hundreds of forms, and news has the same words again and again. */
    private static final int MOST_MET = 30_000;

    private final Cache<String, Set<String>> met =
            Caffeine.newBuilder().maximumSize(MOST_MET).build();
    private final FSA words;

    BelarusianStems() {
        try (InputStream list = Resources.open(WORDS)) {
            words = FSA.read(list);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of Belarusian words cannot be read", e);
        }
    }

    private static Map<String, String> irregular() {
        Map<String, String> irregular = new HashMap<>();
        for (String line : Resources.lines("belarusian-irregular.txt")) {
            String[] forms = line.split(" ");
            String stem = forms[0] + PARTS_OF_SPEECH.get(0);
            Stream.of(forms).flatMap(BelarusianStems::withEndings).forEach(form -> irregular.putIfAbsent(form, stem));
        }
        return irregular;
    }

    /** A form that ends in an asterisk stands for those of an adjective. */
    private static Stream<String> withEndings(String form) {
        return form.endsWith("*")
                ? ADJECTIVE.stream().map(ending -> form.substring(0, form.length() - 1) + ending)
                : Stream.of(form);
    }

    /** One, or several when the word may be a form of several. */
    Set<String> of(String word) {
        return met.get(word, this::found);
    }

    private Set<String> found(String word) {
        if (word.codePoints().anyMatch(Character::isDigit)) {
            return Set.of(word + PARTS_OF_SPEECH.get(0)); // numbers and names of things have no other forms
        }
        String cyrillic = BelarusianSpelling.cyrillic(word);
        String begun = cyrillic.startsWith("ў") ? "у" + cyrillic.substring(1) : cyrillic;
        String irregular = IRREGULAR.getOrDefault(cyrillic, IRREGULAR.get(begun));
        if (irregular != null) {
            return Set.of(irregular);
        }
        String plain = notReflexive(begun);
        Map<String, Double> guesses = isWord(plain) ? guesses(plain) : guessesOfVariants(plain);
        double best = best(guesses);
        Set<String> stems = new LinkedHashSet<>();
        if (best < SURE) {
            String stem =
                    folded(BelarusianSpelling.common(withoutEnding(BelarusianSpelling.withoutSofteningSigns(plain))));
            PARTS_OF_SPEECH.forEach(part -> stems.add(stem + part));
        }
        guesses.forEach((stem, sure) -> {
            if (best >= SURE && sure >= best * NEARLY) {
                stems.add(stem);
            }
        });
        return stems;
    }

    /** Those of the first official spelling that is a word, else of the word itself. */
    private Map<String, Double> guessesOfVariants(String word) {
        return BelarusianSpelling.variants(word).stream()
                .filter(this::isWord)
                .map(this::guesses)
                .filter(variant -> best(variant) >= SURE)
                .findFirst()
                .orElseGet(() -> guesses(word));
    }

    private static double best(Map<String, Double> guesses) {
        return guesses.values().stream().mapToDouble(sure -> sure).max().orElse(0);
    }

    private static String notReflexive(String word) {
        if (word.length() > 5 && word.endsWith("цца")) {
            return word.substring(0, word.length() - 3) + "ць";
        }
        return word.length() > 5 && word.endsWith("ся") ? word.substring(0, word.length() - 2) : word;
    }

    private Map<String, Double> guesses(String word) {
        Map<String, Double> guesses = new LinkedHashMap<>();
        for (int length = Math.max(SHORTEST_GUESS, word.length() - LONGEST_ENDING); length <= word.length(); length++) {
            for (String stem : stems(word.substring(0, length))) {
                for (BelarusianParadigm paradigm : PARADIGMS) {
                    Set<String> forms = paradigm.forms(stem);
                    if (forms.contains(word)) {
                        guesses.merge(folded(stem) + paradigm.family(), sureness(stem, paradigm, forms), Math::max);
                    }
                }
            }
        }
        return guesses;
    }

    private static List<String> stems(String start) {
        List<String> stems = new ArrayList<>(List.of(start));
        ALTERNATIONS.forEach((end, others) -> {
            if (start.endsWith(end)) {
                Stream.of(others.split(" "))
                        .forEach(other -> stems.add(start.substring(0, start.length() - end.length()) + other));
            }
        });
        return stems;
    }

    private double sureness(String stem, BelarusianParadigm paradigm, Set<String> forms) {
        long words = forms.stream().filter(this::isWord).count();
        double sure = (double) words * words / forms.size();
        if (!paradigm.isParticiple()) {
            return sure;
        }
        boolean hasVerb =
                Stream.of("аць", "яць", "іць", "ець", "ць", "аваць", "яваць").anyMatch(ending -> isWord(stem + ending));
        return hasVerb && words >= FEWEST_FORMS_OF_A_PARTICIPLE ? sure * 1.3 : 0;
    }

    /** Names are in the list with their capitals. */
    private boolean isWord(String form) {
        return isListed(form) || isListed(Character.toUpperCase(form.charAt(0)) + form.substring(1));
    }

    private boolean isListed(String form) {
        return new FSATraversal(words).match(form.getBytes(StandardCharsets.UTF_8)).kind == MatchResult.EXACT_MATCH;
    }

    private static String withoutEnding(String word) {
        return ENDINGS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }

    private static String folded(String stem) {
        return stem.replace('о', 'а')
                .replace('э', 'а')
                .replace('ё', 'е')
                .replace('я', 'е')
                .replace('ў', 'у')
                .replace("ь", "");
    }
}
