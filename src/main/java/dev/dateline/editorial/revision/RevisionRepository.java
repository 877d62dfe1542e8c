package dev.dateline.editorial.revision;

import dev.dateline.content.ContentKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Every query about revisions. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<Revision, Revision.Key> {

    Optional<Revision> newest(ContentKind kind, UUID target) {
        return find("key.kind = ?1 and key.targetId = ?2 order by key.number desc", kind.name(), target)
                .range(0, 0)
                .firstResultOptional();
    }

    /** Newest first, those before a number. */
    List<Revision> before(ContentKind kind, UUID target, long number, int count) {
        return find(
                        "key.kind = ?1 and key.targetId = ?2 and key.number < ?3 order by key.number desc",
                        kind.name(),
                        target,
                        number)
                .range(0, count - 1)
                .list();
    }

    /** Former ones that are public, scheduled, or approved and not published since. */
    Stream<Revision> awaited(Collection<String> kinds) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select r.* from working_copy c join revision r on r.target_id = c.id
                        where r.kind in (:kinds) and (r.number in (c.published_revision, c.scheduled_revision)
                            or (r.number = any(c.approved_revisions) and r.number > coalesce(c.published_revision, 0)))
                        """, Revision.class)
                .setParameter("kinds", kinds)
                .getResultStream();
    }

    void forget(ContentKind kind, UUID target) {
        delete("key.kind = ?1 and key.targetId = ?2", kind.name(), target);
    }
}
