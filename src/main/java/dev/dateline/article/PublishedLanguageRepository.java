package dev.dateline.article;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.database.DeliveryReads;
import dev.dateline.database.OneColumn;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SharedSessionContract;

/** The one query for the languages in which there are published articles. Each is found by one look into their index. */
@Singleton
class PublishedLanguageRepository {

    private static final String LANGUAGES = """
            with recursive l(language) as (
                select min(language) from published_article
                union all
                select (select min(a.language) from published_article a where a.language > l.language)
                from l where l.language is not null)
            select language from l where language is not null
            """;

    private final DeliveryReads reads;
    private final EntityManager entities;

    PublishedLanguageRepository(DeliveryReads reads, EntityManager entities) {
        this.reads = reads;
        this.entities = entities;
    }

    List<String> all() {
        return reads.read(PublishedLanguageRepository::languages);
    }

    /** Those that are in one of some ranges. */
    Set<String> in(Set<String> ranges) {
        return ranges.isEmpty() ? Set.of() : in(ranges, all());
    }

    /** The same in the caller's transaction. */
    Set<String> inTransaction(Set<String> ranges) {
        Session session = entities.unwrap(Session.class);
        return ranges.isEmpty() ? Set.of() : in(ranges, languages(session));
    }

    private static List<String> languages(SharedSessionContract session) {
        return OneColumn.query(session, LANGUAGES, "language", String.class).getResultList();
    }

    private static Set<String> in(Set<String> ranges, Collection<String> languages) {
        return languages.stream()
                .filter(language -> ranges.stream().anyMatch(range -> Languages.isIn(range, language)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
