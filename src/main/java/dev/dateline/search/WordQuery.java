package dev.dateline.search;

import dev.dateline.search.analysis.NameSounds;
import dev.dateline.search.analysis.PlaceNames;
import dev.dateline.search.analysis.SearchWords;
import dev.dateline.search.analysis.WordAnalyzer;
import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/** Looks for words and phrases in all fields, in their base forms in every language that is asked for. */
final class WordQuery {

    private static final Map<String, Float> FIELDS = Map.of(
            SearchDocument.HEADLINE, 4f, SearchDocument.NAMES, 2.5f, SearchDocument.LEAD, 2f, SearchDocument.BODY, 1f);
    private static final List<String> NEARNESS = List.of(SearchDocument.HEADLINE, SearchDocument.BODY);
    private static final float SHARE_OF_OTHER_FIELDS = 0.2f;
    private static final float NEARNESS_WEIGHT = 0.1f;
    private static final float ROOT_WEIGHT = 1f;
    private static final float SOUND_WEIGHT = 0.2f;
    private static final float TOP_SOUND_WEIGHT = 0.8f;
    private static final float OTHER_NAME_WEIGHT = 0.8f;
    private static final int SHORTEST_SOUND = 3;
    private static final int NEAR = 20;
    private static final int MOST_PAIRS = 12;

    private final Collection<WordAnalyzer> languages;
    private final boolean hearsNames;

    /**
     * @param languages all, when there are none
     * @param hearsNames whether a name is also found by what it sounds like, in any alphabet, and a place by what others call it
     */
    WordQuery(Set<String> languages, boolean hearsNames) {
        this.languages = WordAnalyzers.of(languages);
        this.hearsNames = hearsNames;
    }

    /** Nothing for what has no letters and no digits. */
    Stream<Query> of(SearchWords.Part part) {
        List<String> words = part.words();
        if (words.isEmpty()) {
            return Stream.empty();
        } else if (part.isPhrase()) {
            return Stream.of(inFields(field -> phrase(field, words, 0)));
        } else if (words.size() == 1) {
            return Stream.of(word(words.get(0), part));
        }
        List<Query> choice = new ArrayList<>(List.of(inFields(field -> phrase(field, words, 1))));
        words.forEach(word -> choice.add(new BoostQuery(word(word, part), 1f / words.size())));
        return Stream.of(anyOf(choice));
    }

    private static Query inFields(Function<String, Query> query) {
        List<Query> inFields = FIELDS.entrySet().stream()
                .map(field -> (Query) new BoostQuery(query.apply(field.getKey()), field.getValue()))
                .toList();
        return new DisjunctionMaxQuery(inFields, SHARE_OF_OTHER_FIELDS);
    }

    private Query word(String word, SearchWords.Part part) {
        if (part.isPrefix()) {
            String start = WordAnalyzers.written(word);
            return anyOf(List.of(
                    new PrefixQuery(new Term(SearchDocument.WORDS, start)),
                    new PrefixQuery(new Term(SearchDocument.BARE_WORDS, start))));
        }
        Set<String> forms = forms(word);
        List<Query> choice = new ArrayList<>(List.of(synonyms(SearchDocument.ALL, forms.stream())));
        Set<String> otherNames = hearsNames ? PlaceNames.meantBy(word) : new TreeSet<>();
        otherNames.removeAll(forms);
        if (!otherNames.isEmpty()) {
            choice.add(new BoostQuery(synonyms(SearchDocument.ALL, otherNames.stream()), OTHER_NAME_WEIGHT));
        }
        Set<String> sounds = sounds(word, part);
        if (!sounds.isEmpty()) {
            choice.add(new BoostQuery(synonyms(SearchDocument.SOUNDS, sounds.stream()), SOUND_WEIGHT));
            choice.add(new BoostQuery(synonyms(SearchDocument.TOP_SOUNDS, sounds.stream()), TOP_SOUND_WEIGHT));
        }
        return anyOf(choice);
    }

    /** Short ones only when somebody writes a capital letter: too many words sound like them. */
    private Set<String> sounds(String word, SearchWords.Part part) {
        int shortest = Character.isUpperCase(part.text().codePointAt(0)) ? SHORTEST_SOUND : SHORTEST_SOUND + 1;
        Set<String> sounds = new TreeSet<>();
        if (hearsNames && word.chars().noneMatch(Character::isDigit)) {
            languages.forEach(language -> sounds.addAll(NameSounds.of(word, language)));
        }
        sounds.removeIf(sound -> sound.length() < shortest);
        return sounds;
    }

    /** What fits in several ways is the better for it. */
    private static Query anyOf(List<Query> choice) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        choice.forEach(query -> any.add(query, Occur.SHOULD));
        return choice.size() == 1 ? choice.get(0) : any.build();
    }

    private static Query synonyms(String field, Stream<String> forms) {
        SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
        forms.forEach(form -> synonyms.addTerm(new Term(field, form)));
        return synonyms.build();
    }

    private Query phrase(String field, List<String> words, int slop) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        for (String word : words) {
            phrase.add(forms(word).stream().map(form -> new Term(field, form)).toArray(Term[]::new));
        }
        return phrase.build();
    }

    private Set<String> forms(String word) {
        Set<String> forms = new LinkedHashSet<>();
        languages.forEach(language -> forms.addAll(language.wanted(word)));
        return forms;
    }

    /** In how many articles the words stand, each for itself. */
    long frequency(SearchWords text, IndexReading index) throws IOException {
        long frequency = 0;
        for (String word : tellingWords(text)) {
            for (String form : forms(word)) {
                frequency += index.searcher().getIndexReader().docFreq(new Term(SearchDocument.ALL, form));
            }
        }
        return frequency;
    }

    /** Prefers what has words that begin like these: they are often akin, although no dictionary says so. */
    List<Query> kinship(SearchWords text) {
        return tellingWords(text).stream()
                .map(word -> forms(word).stream().map(WeightedTerms::root).distinct())
                .map(roots -> (Query) new BoostQuery(synonyms(SearchDocument.ROOTS, roots), ROOT_WEIGHT))
                .toList();
    }

    /** Prefers what has words that follow each other near each other (Metzler, Croft: "A Markov Random Field Model", 2005). */
    List<Query> nearness(SearchWords text) {
        List<String> words = tellingWords(text);
        List<Query> near = new ArrayList<>();
        for (int i = 1; i < words.size() && i <= MOST_PAIRS; i++) {
            List<String> pair = words.subList(i - 1, i + 1);
            near.add(new BoostQuery(
                    new DisjunctionMaxQuery(
                            NEARNESS.stream()
                                    .map(field -> phrase(field, pair, NEAR))
                                    .toList(),
                            SHARE_OF_OTHER_FIELDS),
                    NEARNESS_WEIGHT));
        }
        return near;
    }

    private static List<String> tellingWords(SearchWords text) {
        return text.wanted().stream()
                .filter(group -> group.size() == 1 && !group.get(0).isPhrase())
                .filter(group -> !group.get(0).saysLittle())
                .flatMap(group -> group.get(0).words().stream())
                .toList();
    }
}
