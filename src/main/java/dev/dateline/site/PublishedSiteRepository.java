package dev.dateline.site;

import dev.dateline.content.SiteContent;
import dev.dateline.database.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about the published site. */
@ApplicationScoped
public class PublishedSiteRepository implements PanacheRepositoryBase<PublishedSite, UUID> {

    private final DeliveryReads reads;

    PublishedSiteRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /**
     * What is public of it.
     *
     * @param withdrawAt until when, or null
     */
    public record Shown(SiteContent content, @Nullable Instant withdrawAt) {}

    public Optional<Shown> shown() {
        return theOne().map(site -> new Shown(site.content(), site.withdrawAt()));
    }

    Optional<PublishedSite> theOne() {
        return reads.read(
                session -> session.createSelectionQuery("from PublishedSite" + DeliveryReads.ONE, PublishedSite.class)
                        .uniqueResultOptional());
    }
}
