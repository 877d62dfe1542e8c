package dev.dateline.callout;

import dev.dateline.cache.Freshness;
import dev.dateline.database.AnyOf;
import dev.dateline.database.DeliveryReads;
import dev.dateline.json.Json;
import dev.dateline.published.PublishedStateRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about published callouts. */
@ApplicationScoped
public class PublishedCalloutRepository implements PanacheRepositoryBase<PublishedCallout, UUID> {

    private final DeliveryReads reads;
    private final PublishedStateRepository states;

    PublishedCalloutRepository(DeliveryReads reads, PublishedStateRepository states) {
        this.reads = reads;
        this.states = states;
    }

    /**
     * Those whose time is not over, in the order of their ids.
     *
     * @param placements all when empty
     * @param languages all when empty
     */
    public CalloutWindows windows(Set<String> placements, Collection<String> languages, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", now);
        StringBuilder query = new StringBuilder("from PublishedCallout where (endsAt is null or endsAt > :now)"
                + " and (withdrawAt is null or withdrawAt > :now)");
        if (!placements.isEmpty()) {
            query.append(" and ").append(AnyOf.condition("placement", placements, parameters));
        }
        if (!languages.isEmpty()) {
            query.append(" and (language is null or ")
                    .append(AnyOf.ranges("language", languages, parameters))
                    .append(")");
        }
        query.append(" order by id");
        return reads.read(session -> {
            var callouts = session.createSelectionQuery(query.toString(), PublishedCallout.class);
            parameters.forEach(callouts::setParameter);
            List<PublishedCallout> found = callouts.getResultList();
            return new CalloutWindows(
                    found.stream().map(PublishedCallout::window).toList(),
                    Freshness.earliest(found.stream().map(PublishedCallout::withdrawAt)));
        });
    }

    private @Nullable Instant firstWithdrawal() {
        return reads.read(
                session -> session.createSelectionQuery("select min(withdrawAt) from PublishedCallout", Instant.class)
                        .getSingleResultOrNull());
    }

    /** Those that were public at a time, and are. */
    public CalloutWindows windowsThen(Set<String> placements, @Nullable String language, Instant time) {
        return new CalloutWindows(
                states.calloutsAt(time).stream()
                        .map(json -> Json.read(json, PublishedCalloutContent.class))
                        .filter(callout -> placements.contains(callout.placement()) && callout.isIn(language))
                        .map(PublishedCalloutContent::window)
                        .toList(),
                firstWithdrawal());
    }
}
