package dev.dateline.search;

import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/** A choice among the terms of one field, as a part of a query; no choice limits nothing. */
final class AnyOfTerms {

    private AnyOfTerms() {}

    static void add(String field, Stream<String> words, BooleanQuery.Builder all, Occur occur) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
        BooleanQuery choice = any.build();
        if (!choice.clauses().isEmpty()) {
            all.add(choice, occur);
        }
    }
}
