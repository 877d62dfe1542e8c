package dev.dateline.poll;

import dev.dateline.database.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Every query about published polls. */
@ApplicationScoped
public class PublishedPollRepository implements PanacheRepositoryBase<PublishedPoll, UUID> {

    private final DeliveryReads reads;

    PublishedPollRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    Optional<String> question(UUID id) {
        return reads.read(session -> Optional.ofNullable(session.get(PublishedPoll.class, id)))
                .map(poll -> poll.question);
    }

    void replace(PublishedPoll poll) {
        getEntityManager().merge(poll);
    }
}
