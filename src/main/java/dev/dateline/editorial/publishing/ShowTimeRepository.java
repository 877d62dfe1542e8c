package dev.dateline.editorial.publishing;

import dev.dateline.content.ContentKind;
import dev.dateline.database.OneColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Every query about the times at which readers will see something else of what is public. */
@ApplicationScoped
class ShowTimeRepository {

    private static final int MOST = 100;

    private final Session session;

    ShowTimeRepository(Session session) {
        this.session = session;
    }

    /** Something that readers see otherwise by now. */
    record Shown(ContentKind kind, UUID id) {}

    void replace(ContentKind kind, UUID id, Collection<Instant> times) {
        forget(id);
        session.createNativeMutationQuery("insert into show_time (target_id, at, kind)"
                        + " select distinct cast(:id as uuid), t, :kind from unnest(:times) t where t > now()")
                .setParameter("id", id)
                .setParameter("kind", kind.name())
                .setParameter("times", times.toArray(Instant[]::new))
                .executeUpdate();
    }

    void forget(UUID id) {
        session.createNativeMutationQuery("delete from show_time where target_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    boolean anyIsDue() {
        return OneColumn.query(
                        session,
                        "select exists (select 1 from show_time where at <= now()) as due",
                        "due",
                        Boolean.class)
                .getSingleResult();
    }

    /** Takes some that have come, each once, whichever node asks. */
    List<Shown> takeDue() {
        return session.createNativeQuery(
                        "with due as (delete from show_time where ctid = any(array(select ctid from show_time where at <= now()"
                                + " order by at limit " + MOST + " for update skip locked)) returning kind, target_id)"
                                + " select distinct kind, target_id from due",
                        Object[].class)
                .addScalar("kind", String.class)
                .addScalar("target_id", UUID.class)
                .getResultStream()
                .map(row -> new Shown(ContentKind.named((String) row[0]), (UUID) row[1]))
                .toList();
    }
}
