package dev.dateline.search;

import dev.dateline.content.TagType;
import dev.dateline.search.analysis.WordAnalyzer;
import dev.dateline.search.analysis.WordAnalyzers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** How an article lies in the index. */
final class SearchDocument {

    static final String ID = "id";
    static final String CARD = "card";
    static final String LANGUAGE = "language";
    static final String KIND = "kind";
    static final String TAG = "tag";
    static final String SECTION = "section";
    static final String CONTRIBUTOR = "contributor";
    static final String PUBLISHED_AT = "published";
    static final String WITHDRAW_AT = "withdraw";
    static final String RENDERED_AT = "rendered";
    static final String HEADLINE = "headline";
    static final String NAMES = "names";
    static final String LEAD = "lead";
    static final String BODY = "body";

    /** The order in which documents lie, so that the newest are found without looking at the others. */
    static final Sort NEWEST =
            new Sort(new SortField(PUBLISHED_AT, SortField.Type.LONG, true), new SortField(ID, SortField.Type.STRING));

    private static final WhitespaceAnalyzer FORMS = new WhitespaceAnalyzer();

    private SearchDocument() {}

    static Document of(SearchText article) {
        Document document = new Document();
        String id = article.id().toString();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new StoredField(CARD, article.card().bytes()));
        document.add(new StringField(LANGUAGE, article.language(), Field.Store.NO));
        document.add(new StringField(KIND, article.kind(), Field.Store.NO));
        document.add(new NumericDocValuesField(PUBLISHED_AT, micros(article.publishedAt())));
        document.add(new LongPoint(PUBLISHED_AT, micros(article.publishedAt())));
        document.add(new NumericDocValuesField(RENDERED_AT, micros(article.renderedAt())));
        Instant withdrawAt = article.withdrawAt();
        if (withdrawAt != null) {
            document.add(new NumericDocValuesField(WITHDRAW_AT, micros(withdrawAt)));
        }
        article.tags().forEach(tag -> add(document, tag));
        addTexts(document, article);
        return document;
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
        document.add(new StringField(field, tag.id().toString(), Field.Store.NO));
        tag.words().forEach(word -> document.add(new StringField(field, word, Field.Store.NO)));
    }

    private static void addTexts(Document document, SearchText article) {
        WordAnalyzer words = WordAnalyzers.of(article.language());
        add(document, HEADLINE, article.headline(), words);
        add(document, BODY, article.body(), words);
        String lead = article.lead();
        if (lead != null) {
            add(document, LEAD, lead, words);
        }
        StringBuilder names = new StringBuilder();
        article.tags()
                .forEach(tag -> tag.names()
                        .forEach((language, name) -> names.append(String.join(
                                        " ", WordAnalyzers.of(language).forms(name)))
                                .append(' ')));
        document.add(new TextField(NAMES, FORMS.tokenStream(NAMES, names.toString())));
    }

    private static void add(Document document, String field, String text, WordAnalyzer words) {
        document.add(new TextField(field, words.tokenStream(field, text)));
    }

    static Term key(UUID id) {
        return new Term(ID, id.toString());
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
