package dev.dateline.search;

import dev.dateline.cache.Freshness;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.TagFilter;
import dev.dateline.content.TagType;
import dev.dateline.json.JsonText;
import dev.dateline.search.analysis.NameSounds;
import dev.dateline.search.analysis.WordAnalyzer;
import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CachingTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How an article lies in the index. */
final class SearchDocument {

    /** Raised whenever anything about documents or words changes: an index of another format is made anew. */
    static final String FORMAT = "14";

    static final String ID = "id";
    static final String SLUG = "slug";
    static final String CARD = "card";
    static final String LANGUAGE = "language";
    static final String KIND = "kind";
    static final String TAG = "tag";
    static final String SECTION = "section";
    static final String CONTRIBUTOR = "contributor";
    static final String MONTH = "month";
    static final String PUBLISHED_AT = "published";
    /** When it is withdrawn. */
    static final String WITHDRAW_AT = "withdraw";

    /** When it, or one of its updates, is withdrawn. */
    static final String SHOWS_LESS_AT = "less";

    static final String LICENCE = "licence";
    static final String TERRITORY = "territory";
    static final String PUBLIC_SINCE = "public";

    /** The territory of what names none. */
    static final String EVERYWHERE = "*";

    static final String STAMP = "stamp";
    static final String HEADLINE = "headline";
    static final String NAMES = "names";
    static final String LEAD = "lead";
    static final String BODY = "body";

    /** The base forms of all of these; how often, and where, is one number. */
    static final String ALL = "all";

    /** The beginnings of base forms, because words that begin alike are often akin. */
    static final String ROOTS = "roots";

    /** What names sound like, in whatever alphabet. */
    static final String SOUNDS = "sounds";

    /** The same of headline and lead alone. */
    static final String TOP_SOUNDS = "top-sounds";

    /** Words as they are written. */
    static final String WORDS = "words";

    /** Those with marks on Latin letters, without the marks. */
    static final String BARE_WORDS = "bare-words";

    /** Every beginning of the headline's words. */
    static final String HEADLINE_STARTS = "headline-starts";

    /** Every beginning of the words in the names of tags. */
    static final String NAME_STARTS = "name-starts";

    static final int LONGEST_START = 15;

    /** For how many words of the text one counts that stands elsewhere. */
    private static final int HEADLINE_WEIGHT = 8;

    private static final int NAMES_WEIGHT = 5;
    private static final int LEAD_WEIGHT = 3;

    /** The order in which documents lie, so that the newest are found without looking at the others. */
    static final Sort NEWEST =
            new Sort(new SortField(PUBLISHED_AT, SortField.Type.LONG, true), new SortField(ID, SortField.Type.STRING));

    private static final DateTimeFormatter MONTHS =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);
    private static final WhitespaceAnalyzer FORMS = new WhitespaceAnalyzer();
    private static final FieldType MARKED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType THERE = type(IndexOptions.DOCS, true);

    private SearchDocument() {}

    private static FieldType type(IndexOptions options, boolean omitsNorms) {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(options);
        type.setOmitNorms(omitsNorms);
        type.freeze();
        return type;
    }

    static Document of(SearchText article) throws IOException {
        Document document = new Document();
        String id = article.id().toString();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new StringField(SLUG, article.slug(), Field.Store.NO));
        document.add(new BinaryDocValuesField(CARD, new BytesRef(article.card().bytes())));
        addFacet(document, LANGUAGE, null, article.language());
        Languages.ranges(article.language())
                .forEach(range -> document.add(new StringField(LANGUAGE, range, Field.Store.NO)));
        addFacet(document, KIND, article.kind(), article.kind());
        addFacet(document, MONTH, null, MONTHS.format(article.publishedAt()));
        document.add(new NumericDocValuesField(PUBLISHED_AT, micros(article.publishedAt())));
        document.add(new LongPoint(PUBLISHED_AT, micros(article.publishedAt())));
        document.add(new NumericDocValuesField(STAMP, article.stamp()));
        Instant withdrawAt = article.withdrawAt();
        if (withdrawAt != null) {
            document.add(new NumericDocValuesField(WITHDRAW_AT, micros(withdrawAt)));
            document.add(new LongPoint(WITHDRAW_AT, micros(withdrawAt)));
        }
        Instant showsLessAt = Freshness.earliest(Stream.of(withdrawAt, article.updateWithdrawAt()));
        if (showsLessAt != null) {
            document.add(new NumericDocValuesField(SHOWS_LESS_AT, micros(showsLessAt)));
            document.add(new LongPoint(SHOWS_LESS_AT, micros(showsLessAt)));
        }
        article.tags().forEach(tag -> add(document, tag));
        addRights(document, article.rights());
        addTexts(document, article);
        return document;
    }

    private static void addRights(Document document, SearchText.Terms rights) {
        document.add(new LongPoint(PUBLIC_SINCE, micros(rights.publicSince())));
        if (rights.licence() != null) {
            document.add(new StringField(LICENCE, rights.licence(), Field.Store.NO));
        }
        (rights.territories().isEmpty() ? List.of(EVERYWHERE) : rights.territories())
                .forEach(territory -> document.add(new StringField(TERRITORY, territory, Field.Store.NO)));
    }

    private static void add(Document document, SearchText.Carried tag) {
        add(document, TAG, tag);
        if (tag.type() == TagType.SECTION) {
            add(document, SECTION, tag);
        }
        if (tag.byline()) {
            add(document, CONTRIBUTOR, tag);
        }
    }

    private static void add(Document document, String field, SearchText.Carried tag) {
        String shown = JsonText.of(FoundTag.of(tag)).toString();
        addFacet(document, field, tag.id().toString(), shown);
        tag.words().forEach(word -> document.add(new StringField(field, word, Field.Store.NO)));
        Stream.concat(Stream.of(tag.id().toString()), Stream.concat(tag.words().stream(), tag.wordsAbove().stream()))
                .map(word -> new TagFilter.Reference(word, true))
                .forEach(tree -> document.add(new StringField(field, tree.toString(), Field.Store.NO)));
    }

    private static void addFacet(Document document, String field, @Nullable String term, String shown) {
        if (term != null) {
            document.add(new StringField(field, term, Field.Store.NO));
        }
        document.add(new SortedSetDocValuesField(field, new BytesRef(shown)));
    }

    private static void addTexts(Document document, SearchText article) throws IOException {
        WordAnalyzer words = WordAnalyzers.of(article.language());
        String lead = article.lead() == null ? "" : article.lead();
        WeightedTerms terms = new WeightedTerms();
        addText(document, HEADLINE, article.headline(), words, terms, HEADLINE_WEIGHT);
        addText(document, LEAD, lead, words, terms, LEAD_WEIGHT);
        addText(document, BODY, article.body(), words, terms, 1);
        List<String> nameForms =
                article.tags().stream().flatMap(SearchDocument::forms).toList();
        nameForms.forEach(form -> terms.add(form, NAMES_WEIGHT));
        document.add(new TextField(NAMES, FORMS.tokenStream(NAMES, String.join(" ", nameForms))));
        document.add(new Field(ALL, terms.stream(), COUNTED));
        document.add(new Field(ROOTS, terms.roots().stream(), COUNTED));
        String names = article.tags().stream()
                .flatMap(tag -> tag.allNames().values().stream())
                .collect(Collectors.joining(" "));
        String everything = String.join("\n", article.headline(), lead, article.body(), names);
        NameSounds.ofNames(article.headline() + " . " + lead, words)
                .forEach(sound -> document.add(new StringField(TOP_SOUNDS, sound, Field.Store.NO)));
        NameSounds.ofNames(everything, words)
                .forEach(sound -> document.add(new StringField(SOUNDS, sound, Field.Store.NO)));
        document.add(new Field(WORDS, WordAnalyzers.written().tokenStream(WORDS, everything), THERE));
        document.add(new Field(BARE_WORDS, WordAnalyzers.bare().tokenStream(BARE_WORDS, everything), THERE));
        document.add(new Field(HEADLINE_STARTS, starts(HEADLINE_STARTS, article.headline()), THERE));
        document.add(new Field(NAME_STARTS, starts(NAME_STARTS, names), THERE));
    }

    /** Its words are found once and kept, for the field and for what counts them. */
    private static void addText(
            Document document, String field, String text, WordAnalyzer words, WeightedTerms terms, int weight)
            throws IOException {
        TokenStream found = new CachingTokenFilter(words.tokenStream(field, text));
        terms.addAll(found, weight);
        document.add(new StoredField(field, text));
        document.add(new Field(field, found, MARKED));
    }

    private static Stream<String> forms(SearchText.Carried tag) {
        return tag.allNames().entrySet().stream()
                .flatMap(name -> WordAnalyzers.of(name.getKey()).forms(name.getValue()).stream());
    }

    private static TokenStream starts(String field, String text) {
        return new EdgeNGramTokenFilter(WordAnalyzers.plain().tokenStream(field, text), 2, LONGEST_START, true);
    }

    static Term key(UUID id) {
        return new Term(ID, id.toString());
    }

    static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
