package dev.dateline.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every query about imports. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ImportJob, UUID> {

    List<ImportJob> latest(int count) {
        return find("order by id desc").range(0, count - 1).list();
    }

    List<ImportJob> unfinished() {
        return list("state in ?1", List.of(ImportState.QUEUED, ImportState.RUNNING));
    }

    List<ImportProblem> problems(UUID job, long after, int count) {
        return getEntityManager()
                .createQuery(
                        "from ImportProblem p where p.key.jobId = :job and p.key.number > :after order by p.key.number",
                        ImportProblem.class)
                .setParameter("job", job)
                .setParameter("after", after)
                .setMaxResults(count)
                .getResultList();
    }

    void add(ImportProblem problem) {
        getEntityManager().persist(problem);
    }

    void add(ImportedRecord record) {
        getEntityManager().persist(record);
    }

    /** The slug of the tag that an earlier import made of a source. */
    Optional<String> tagSlug(String source) {
        return getEntityManager()
                .createQuery(
                        "select t.slug from ImportedRecord r join Tag t on t.id = r.targetId where r.source = :source",
                        String.class)
                .setParameter("source", source)
                .getResultStream()
                .findFirst();
    }

    /** What earlier imports wrote, by source. */
    Map<String, ImportedRecord> imported(Collection<String> sources) {
        Map<String, ImportedRecord> found = new HashMap<>();
        getEntityManager()
                .createQuery("from ImportedRecord r where r.source in (:sources)", ImportedRecord.class)
                .setParameter("sources", sources)
                .getResultStream()
                .forEach(record -> found.put(record.source(), record));
        return found;
    }

    /**
     * Keeps what is written in this transaction in memory until it ends or is flushed, so that it goes out in batches.
     * Queries in between do not see it; where that matters, the database refuses the batch.
     */
    void writeLate() {
        getEntityManager().setFlushMode(FlushModeType.COMMIT);
    }
}
