package dev.dateline.callout;

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
        return list(query + " order by id", parameters);
    }

    /** The next time at which a window opens or closes, if there is one. */
    Optional<Instant> nextSwitch(Instant now) {
        Instant next = getEntityManager()
                .createQuery(
                        "select min(case when startsAt > :now then startsAt else endsAt end)"
                                + " from PublishedCallout where startsAt > :now or endsAt > :now",
                        Instant.class)
                .setParameter("now", now)
                .getSingleResultOrNull();
        return Optional.ofNullable(next);
    }
}
