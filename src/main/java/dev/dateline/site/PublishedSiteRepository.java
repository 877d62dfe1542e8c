package dev.dateline.site;

import dev.dateline.content.SiteContent;
import dev.dateline.database.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Every query about the published site. */
@ApplicationScoped
public class PublishedSiteRepository implements PanacheRepositoryBase<PublishedSite, UUID> {

    private final DeliveryReads reads;

    PublishedSiteRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** What is public of it now. */
    public Optional<SiteContent> content() {
        return theOne().map(PublishedSite::content);
    }

    Optional<PublishedSite> theOne() {
        return reads.read(
                session -> session.createSelectionQuery("from PublishedSite" + DeliveryReads.ONE, PublishedSite.class)
                        .uniqueResultOptional());
    }
}
