package dev.dateline.editorial.publishing;

import dev.dateline.content.ContentKind;
import dev.dateline.content.SiteContent;
import dev.dateline.editorial.site.Site;
import dev.dateline.editorial.site.SiteService;
import dev.dateline.problem.Fault;
import dev.dateline.published.Address;
import dev.dateline.site.PublishedSite;
import dev.dateline.site.PublishedSiteRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publishes and withdraws the site. */
@Singleton
public class SitePublisher extends Publisher<SiteContent, Site> {

    private final PublishedSiteRepository published;

    SitePublisher(SiteService sites, PublishingSupport support, PublishedSiteRepository published) {
        super(sites, support);
        this.published = published;
    }

    @Override
    protected void check(SiteContent content, List<Fault> faults) {
        RequiredFields.require(content.title(), "title", faults);
    }

    @Override
    protected Address.@Nullable Key address(SiteContent content) {
        return null;
    }

    @Override
    protected Set<String> publish(Site site, Edition<SiteContent> edition) {
        PublishedSite existing = published.findById(site.id());
        PublishedSite copy = existing == null ? new PublishedSite(site.id()) : existing;
        copy.replace(edition.content(), edition.publishedAt(), edition.updatedAt(), edition.withdrawAt());
        if (existing == null) {
            published.persist(copy);
        }
        return Set.of(ContentKind.SITE.cacheGroup());
    }

    @Override
    protected Set<String> withdraw(Site site) {
        published.deleteById(site.id());
        return Set.of(ContentKind.SITE.cacheGroup());
    }
}
