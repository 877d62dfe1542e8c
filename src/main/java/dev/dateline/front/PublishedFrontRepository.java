package dev.dateline.front;

import dev.dateline.database.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** All of them; a newsroom has a few. */
    List<PublishedFront> all() {
        return reads.read(
                session -> session.createSelectionQuery("from PublishedFront order by id", PublishedFront.class)
                        .getResultList());
    }
}
