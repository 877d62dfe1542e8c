package dev.dateline.callout;

import dev.dateline.delivery.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about published callouts. */
@ApplicationScoped
public class PublishedCalloutRepository implements PanacheRepositoryBase<PublishedCallout, UUID> {

    private final DeliveryReads reads;

    PublishedCalloutRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** Those whose window is open, in the order of their ids. */
    List<PublishedCallout> open(@Nullable String placement, @Nullable String language, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", now);
        String query = "(startsAt is null or startsAt <= :now) and (endsAt is null or endsAt > :now)";
        if (placement != null) {
            query += " and placement = :placement";
            parameters.put("placement", placement);
        }
        if (language != null) {
            query += " and (language is null or language = :language)";
            parameters.put("language", language);
        }
        String ordered = "from PublishedCallout where " + query + " order by id";
        return reads.read(session -> {
            var open = session.createSelectionQuery(ordered, PublishedCallout.class);
            parameters.forEach(open::setParameter);
            return open.getResultList();
        });
    }

    /** The next time at which a window opens or closes, if there is one. */
    Optional<Instant> nextSwitch(Instant now) {
        Instant next = reads.read(session -> session.createSelectionQuery(
                        "select min(case when startsAt > :now then startsAt else endsAt end)"
                                + " from PublishedCallout where startsAt > :now or endsAt > :now",
                        Instant.class)
                .setParameter("now", now)
                .getSingleResultOrNull());
        return Optional.ofNullable(next);
    }
}
