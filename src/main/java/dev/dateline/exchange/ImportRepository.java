package dev.dateline.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about imports. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ImportJob, UUID> {

    List<ImportJob> latest(int count) {
        return find("order by id desc").range(0, count - 1).list();
    }

    List<ImportJob> running() {
        return list("state", ImportJob.State.RUNNING);
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

    void forget(@Nullable ImportedRecord record) {
        if (record != null) {
            getEntityManager().remove(record);
        }
    }
}
