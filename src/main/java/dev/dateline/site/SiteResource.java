package dev.dateline.site;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.callout.CalloutWindows;
import dev.dateline.callout.PublishedCalloutRepository;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.SiteContent;
import dev.dateline.content.SiteLanguage;
import dev.dateline.front.PublishedFrontRepository;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import dev.dateline.tag.PublicTagRepository;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagView;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading the site, in four statements: itself, its sections, its fronts, its callouts. */
@Path("/v1/site")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Site")
public class SiteResource {

    private final PublishedSiteRepository sites;
    private final PublicTagRepository tags;
    private final PublishedFrontRepository fronts;
    private final PublishedCalloutRepository callouts;

    SiteResource(
            PublishedSiteRepository sites,
            PublicTagRepository tags,
            PublishedFrontRepository fronts,
            PublishedCalloutRepository callouts) {
        this.sites = sites;
        this.tags = tags;
        this.fronts = fronts;
        this.callouts = callouts;
    }

    @GET
    @Operation(
            operationId = "getSite",
            summary = "Get the site",
            description =
                    "What every page shows around its content, in one answer: name, logo, languages, navigation, links, and the callouts to show now.")
    @APIResponseSchema(value = SiteView.class, responseDescription = "The site.")
    public Answer get(
            @QueryParam("language")
                    @Parameter(
                            description =
                                    "Only callouts in this language (BCP 47), or any of several (`be,ru`), and those for every language.",
                            example = "be")
                    @Nullable
                    String language) {
        Parameters parameters = new Parameters();
        Set<String> wanted = parameters.severalOrNone("language", language, Languages.SEVERAL, Languages::canonical);
        parameters.check();
        return sites.theOne()
                .map(site -> whole(site, wanted, DatabaseClock.now()))
                .orElseGet(Answer::notFound)
                .dependsOn(ContentKind.SITE.cacheGroup());
    }

    private Answer whole(PublishedSite site, Set<String> languages, Instant now) {
        SiteContent content = site.content();
        CalloutWindows windows = content.placements().isEmpty()
                ? CalloutWindows.NONE
                : callouts.windows(Set.copyOf(content.placements()), languages, now);
        PublishedFrontRepository.Addresses addresses = fronts.addresses(fronts(content));
        return Answer.of(JsonText.of(SiteView.of(site, addresses.byId()))
                        .with("sections", JsonText.array(sections(content)))
                        .with("callouts", JsonText.array(windows.open(null, now))))
                .until(windows.nextSwitch(now))
                .shownUntil(site.withdrawAt())
                .shownUntil(addresses.firstWithdrawal())
                .shownUntil(windows.firstWithdrawal())
                .dependsOn(
                        ContentKind.TAG.cacheGroup(),
                        TagCacheGroups.LOOKS,
                        TagCacheGroups.CARRIED,
                        ContentKind.FRONT.cacheGroup(),
                        ContentKind.CALLOUT.cacheGroup());
    }

    private List<JsonText> sections(SiteContent content) {
        List<UUID> ids = content.sections().stream().map(UUID::fromString).toList();
        Map<UUID, TagView> known = tags.publicViews(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .distinct()
                .map(section -> JsonText.of(section.withProfile(null)))
                .toList();
    }

    private static Set<UUID> fronts(SiteContent content) {
        return content.languages().stream()
                .map(SiteLanguage::front)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
