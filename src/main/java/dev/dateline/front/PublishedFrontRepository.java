package dev.dateline.front;

import dev.dateline.cache.Freshness;
import dev.dateline.database.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query about published fronts. */
@ApplicationScoped
public class PublishedFrontRepository implements PanacheRepositoryBase<PublishedFront, UUID> {

    private final DeliveryReads reads;

    PublishedFrontRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** @param front null when it was withdrawn */
    record Found(UUID id, @Nullable PublishedFront front) {}

    Optional<Found> bySlug(String slug) {
        return found("d.key.slug = :reference", slug);
    }

    Optional<Found> byId(UUID id) {
        return found("d.targetId = :reference", id);
    }

    private Optional<Found> found(String condition, Object reference) {
        return reads.read(session -> session.createSelectionQuery(
                        "select d.targetId, f from Address d left join PublishedFront f on f.id = d.targetId"
                                + " where d.key.kind = 'front' and " + condition + DeliveryReads.ONE,
                        Found.class)
                .setParameter("reference", reference)
                .uniqueResultOptional());
    }

    /**
     * Where fronts are read.
     *
     * @param byId without those that are not public
     * @param firstWithdrawal when the first of them is withdrawn, if that is known
     */
    public record Addresses(
            Map<UUID, String> byId, @Nullable Instant firstWithdrawal) {}

    /** Where these are read, if they are public. */
    public Addresses addresses(Set<UUID> ids) {
        List<PublishedFront> named =
                all().stream().filter(front -> ids.contains(front.id())).toList();
        return new Addresses(
                named.stream().collect(Collectors.toMap(PublishedFront::id, PublishedFront::href)),
                Freshness.earliest(named.stream().map(PublishedFront::withdrawAt)));
    }

    /** All of them; a newsroom has a few. */
    List<PublishedFront> all() {
        return reads.read(
                session -> session.createSelectionQuery("from PublishedFront order by id", PublishedFront.class)
                        .getResultList());
    }
}
