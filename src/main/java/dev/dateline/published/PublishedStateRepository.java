package dev.dateline.published;

import dev.dateline.content.ContentKind;
import dev.dateline.database.DeliveryReads;
import dev.dateline.database.OneColumn;
import dev.dateline.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Every query about what lists, fronts and callouts were when: each state that the public saw is kept. */
@ApplicationScoped
public class PublishedStateRepository {

    /** Another node's clock may be ahead; what came later must be found later. */
    private static final String NEVER_BACKWARDS =
            "greatest(:since, (select max(s.since) from published_state s where s.target_id = :target))";

    private final Session session;
    private final DeliveryReads reads;

    PublishedStateRepository(Session session, DeliveryReads reads) {
        this.session = session;
        this.reads = reads;
    }

    /** @param content null from when on it was not public */
    public record State(
            long number,
            Instant since,
            long revision,
            @Nullable String content) {

        public <T> Optional<T> as(Class<T> type) {
            return Optional.ofNullable(content).map(json -> Json.read(json, type));
        }
    }

    /** Notes what the public sees from now on. */
    public void note(ContentKind kind, UUID target, Instant since, long revision, @Nullable Object content) {
        session.createNativeMutationQuery("insert into published_state (kind, target_id, since, revision, content)"
                        + " values (:kind, :target, " + NEVER_BACKWARDS + ", :revision, cast(:content as jsonb))")
                .setParameter("kind", kind.name())
                .setParameter("target", target)
                .setParameter("since", since)
                .setParameter("revision", revision)
                .setParameter("content", content == null ? null : Json.write(content), String.class)
                .executeUpdate();
    }

    /** The same revision shows something else by itself. */
    public void noteAgain(UUID target, Instant since, Object content) {
        session.createNativeMutationQuery("insert into published_state (kind, target_id, since, revision, content)"
                        + " select kind, target_id, greatest(:since, since), revision, cast(:content as jsonb) from published_state"
                        + " where target_id = :target order by since desc, number desc limit 1")
                .setParameter("target", target)
                .setParameter("since", since)
                .setParameter("content", Json.write(content))
                .executeUpdate();
    }

    /** What the public saw at a time, and null before it ever saw anything. */
    public @Nullable State at(UUID target, Instant time) {
        return reads.read(reading -> states(reading, target, "since <= :time order by since desc, number desc limit 1")
                .setParameter("time", time)
                .uniqueResult());
    }

    /** The contents of several things at a time; what was not public then is left out. */
    public Map<UUID, String> at(Collection<UUID> targets, Instant time) {
        return reads.read(reading -> reading
                .createNativeQuery(
                        "select target_id, content from (select distinct on (target_id) target_id, content"
                                + " from published_state where target_id = any(:targets) and since <= :time"
                                + " order by target_id, since desc, number desc) then_public where content is not null",
                        Object[].class)
                .addScalar("target_id", UUID.class)
                .addScalar("content", String.class)
                .setParameter("targets", targets.toArray(UUID[]::new))
                .setParameter("time", time)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1])));
    }

    /** The contents of all callouts at a time, in the order of their ids, but of none that is not public any more. */
    public List<String> calloutsAt(Instant time) {
        return reads.read(reading -> OneColumn.query(
                        reading,
                        "select content from (select distinct on (target_id) target_id, content from published_state"
                                + " where kind = 'callout' and since <= :time"
                                + " order by target_id, since desc, number desc) then_public"
                                + " where content is not null and exists"
                                + " (select 1 from published_callout c where c.id = target_id) order by target_id",
                        "content",
                        String.class)
                .setParameter("time", time)
                .getResultList());
    }

    /** Takes the words out of all that is over: looking back shows nothing of it. */
    public void forget(UUID target) {
        session.createNativeMutationQuery("update published_state set content = null where target_id = :target")
                .setParameter("target", target)
                .executeUpdate();
    }

    /** Newest first, those before a number. */
    public List<State> before(UUID target, long number, int count) {
        return states(session, target, "number < :number order by number desc limit :count")
                .setParameter("number", number)
                .setParameter("count", count)
                .getResultList();
    }

    private static NativeQuery<State> states(SharedSessionContract reading, UUID target, String which) {
        return reading.createNativeQuery(
                        "select number, since, revision, content from published_state where target_id = :target and "
                                + which,
                        State.class)
                .addScalar("number", Long.class)
                .addScalar("since", Instant.class)
                .addScalar("revision", Long.class)
                .addScalar("content", String.class)
                .setParameter("target", target);
    }
}
