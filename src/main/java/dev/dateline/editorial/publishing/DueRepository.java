package dev.dateline.editorial.publishing;

import dev.dateline.change.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Asks for what has a time that has come. */
@ApplicationScoped
class DueRepository {

    private static final String DUE = """
            select kind, id, now() from (
                select 'ARTICLE' kind, id, due_at from article where due_at <= now()
                union all select 'STORY_LIST', id, due_at from story_list where due_at <= now()
                union all select 'CALLOUT', id, due_at from callout where due_at <= now()
                union all select 'FRONT', id, due_at from front where due_at <= now()) due
            order by due_at, id limit :count
            """;

    private final Session session;

    DueRepository(Session session) {
        this.session = session;
    }

    /** @param now by the clock of the database, which all nodes share */
    record Due(Change.Kind kind, UUID id, Instant now) {}

    /** The longest overdue first. */
    List<Due> due(int count) {
        return session.createNativeQuery(DUE, Object[].class)
                .addScalar("kind", String.class)
                .addScalar("id", UUID.class)
                .addScalar("now", Instant.class)
                .setParameter("count", count)
                .getResultStream()
                .map(row -> new Due(Change.Kind.valueOf((String) row[0]), (UUID) row[1], (Instant) row[2]))
                .toList();
    }
}
