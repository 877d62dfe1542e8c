package dev.dateline.editorial.publishing;

import dev.dateline.content.ContentKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Asks for what has a time that has come. */
@ApplicationScoped
class DueRepository {

    private final Session session;

    DueRepository(Session session) {
        this.session = session;
    }

    /** @param now by the clock of the database, which all nodes share */
    record Due(ContentKind kind, UUID id, Instant now) {}

    /**
     * Of these kinds, the longest overdue first, and articles before what goes out with them.
     *
     * @param except what is left out
     */
    List<Due> due(List<ContentKind> kinds, Set<UUID> except, int count) {
        var byName = kinds.stream().collect(Collectors.toMap(ContentKind::name, Function.identity()));
        String due = kinds.stream()
                .map(kind -> "select '%s' kind, id, due_at from %s where due_at <= now()"
                        .formatted(kind.name(), kind.table()))
                .collect(Collectors.joining(" union all "));
        return session.createNativeQuery(
                        "select kind, id, now() from (" + due
                                + ") due where id <> all (:except) order by due_at, kind <> 'article', id limit :count",
                        Object[].class)
                .addScalar("kind", String.class)
                .addScalar("id", UUID.class)
                .addScalar("now", Instant.class)
                .setParameter("except", except.toArray(UUID[]::new))
                .setParameter("count", count)
                .getResultStream()
                .map(row ->
                        new Due(Objects.requireNonNull(byName.get((String) row[0])), (UUID) row[1], (Instant) row[2]))
                .toList();
    }
}
