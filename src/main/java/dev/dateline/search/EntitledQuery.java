package dev.dateline.search;

import dev.dateline.content.TagFilter;
import dev.dateline.entitlement.Entitlement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** What a partner may find: the index's own copy of {@code is_entitled} in the database. */
final class EntitledQuery {

    private EntitledQuery() {}

    static Query of(Entitlement entitlement, Instant now) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        AnyOfTerms.add(SearchDocument.TAG, trees(entitlement.tags()), all, Occur.FILTER);
        AnyOfTerms.add(SearchDocument.TAG, trees(entitlement.withoutTags()), all, Occur.MUST_NOT);
        AnyOfTerms.add(SearchDocument.LANGUAGE, entitlement.languages().stream(), all, Occur.FILTER);
        AnyOfTerms.add(SearchDocument.LICENCE, entitlement.licences().stream(), all, Occur.FILTER);
        if (entitlement.territory() != null) {
            AnyOfTerms.add(
                    SearchDocument.TERRITORY,
                    Stream.of(entitlement.territory(), SearchDocument.EVERYWHERE),
                    all,
                    Occur.FILTER);
        }
        if (entitlement.delaySeconds() != null) {
            long latest = SearchDocument.micros(now.minus(entitlement.delay()));
            all.add(LongPoint.newRangeQuery(SearchDocument.PUBLIC_SINCE, Long.MIN_VALUE, latest), Occur.FILTER);
        }
        return all.build();
    }

    private static Stream<String> trees(List<String> tags) {
        return tags.stream().map(id -> new TagFilter.Reference(id, true).toString());
    }
}
