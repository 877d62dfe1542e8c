package dev.dateline.article;

import dev.dateline.database.OneColumn;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The one query for what editors ask of the past: which articles the public could read at which time. */
@Singleton
public class PublishedPeriodRepository {

    private final Session session;

    PublishedPeriodRepository(Session session) {
        this.session = session;
    }

    /** An article at a time. */
    public record Moment(UUID article, Instant at) {}

    /** Those of them at which the article was not public, whatever it is now. */
    public Set<Moment> unseen(List<Moment> moments) {
        return OneColumn.query(
                        session,
                        "select m.number from unnest(:articles, :times) with ordinality m (article, at, number)"
                                + " where not exists (select 1 from published_article a where a.id = m.article and a.public_since <= m.at)"
                                + " and not exists (select 1 from published_period p where p.article_id = m.article"
                                + " and p.since <= m.at and p.until > m.at)",
                        "number",
                        Long.class)
                .setParameter("articles", moments.stream().map(Moment::article).toArray(UUID[]::new))
                .setParameter("times", moments.stream().map(Moment::at).toArray(Instant[]::new))
                .getResultStream()
                .map(number -> moments.get(number.intValue() - 1))
                .collect(Collectors.toSet());
    }
}
