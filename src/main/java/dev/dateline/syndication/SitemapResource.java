package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.access.ForReaders;
import dev.dateline.article.ArticleCacheGroups;
import dev.dateline.article.PublishedArchiveRepository;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What search engines read to find every page. A front end passes it on under its own host, as the protocol wants it. */
@Path("/v1/sitemaps")
@Produces(SitemapResource.XML)
@ForReaders
@Tag(name = "Other forms")
public class SitemapResource {

    static final String XML = "application/xml";

    /** The protocol allows fifty times as many; this way none takes much memory. */
    private static final int MOST_PAGES = 1_000;

    private static final Pattern NAME = Pattern.compile("([12][0-9]{3}-(?:0[1-9]|1[0-2]))-([1-9][0-9]{0,3})");
    private static final int MOST_NEWS = 1_000;
    private static final Duration NEWS_IS_LOOKED_AT_AGAIN = Duration.ofMinutes(10);
    private static final Duration NEWS = Duration.ofDays(2);

    private final PublishedArchiveRepository archive;
    private final PageAddresses pages;
    private final KnownSite site;

    SitemapResource(PublishedArchiveRepository archive, PageAddresses pages, KnownSite site) {
        this.archive = archive;
        this.pages = pages;
        this.site = site;
    }

    @GET
    @Path("index.xml")
    @Operation(
            operationId = "getSitemapIndex",
            summary = "Get the sitemap index",
            description =
                    "Names the sitemaps of all months. Addresses of pages follow `dateline.syndication.pages.article`; without that setting the answer is 404.")
    @APIResponse(
            responseCode = "200",
            description = "The sitemap.",
            content = @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING)))
    public Answer index() {
        requirePages();
        List<String> names = archive.months().stream()
                .flatMap(SitemapResource::parts)
                .map(pages::sitemap)
                .toList();
        return xml(SitemapIndex.write(names)).dependsOn(ContentKind.ARTICLE.cacheGroup());
    }

    private static Stream<String> parts(PublishedArchiveRepository.Month month) {
        int parts = (int) ((month.count() + MOST_PAGES - 1) / MOST_PAGES);
        return IntStream.rangeClosed(1, parts).mapToObj(part -> month.name() + "-" + part);
    }

    @GET
    @Path("{sitemap}.xml")
    @Operation(
            operationId = "getSitemap",
            summary = "Get a sitemap",
            description =
                    "At most 1,000 pages that were first published in a month, oldest first, with their translations.")
    @APIResponse(
            responseCode = "200",
            description = "The sitemap.",
            content = @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING)))
    public Answer month(
            @PathParam("sitemap")
                    @Parameter(description = "The month in UTC, and which part of it, from 1.", example = "2026-11-1")
                    String name) {
        requirePages();
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw Problem.notFound();
        }
        YearMonth month = YearMonth.parse(parts.group(1));
        int skipped = (Integer.parseInt(parts.group(2)) - 1) * MOST_PAGES;
        PublishedArchiveRepository.Cards found =
                archive.oldest(start(month), start(month.plusMonths(1)), skipped, MOST_PAGES);
        Answer answer = found.items().isEmpty()
                ? Answer.notFound()
                : xml(PageSitemap.write(own(found), pages)).shownUntil(found.firstWithdrawal());
        return answer.dependsOn(
                Set.of(ArticleCacheGroups.month(start(month)), TagCacheGroups.LOOKS),
                Set.of(ContentKind.ARTICLE.cacheGroup(), TagCacheGroups.LOOKS));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @GET
    @Path("news.xml")
    @Operation(
            operationId = "getNewsSitemap",
            summary = "Get the sitemap of news",
            description = "The last two days, at most 1,000 articles, as Google News reads them.")
    @APIResponse(
            responseCode = "200",
            description = "The sitemap.",
            content = @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING)))
    public Answer news() {
        requirePages();
        PublishedArchiveRepository.Cards found =
                archive.newest(DatabaseClock.now().minus(NEWS), MOST_NEWS);
        KnownSite.Read known = site.read();
        return xml(NewsSitemap.write(own(found), known.title(), pages))
                .until(DatabaseClock.now().plus(NEWS_IS_LOOKED_AT_AGAIN))
                .shownUntil(found.firstWithdrawal())
                .shownUntil(known.withdrawAt())
                .dependsOn(ContentKind.ARTICLE.cacheGroup(), ContentKind.SITE.cacheGroup());
    }

    /** One by one, so that never all are there at once. What its editors call canonical elsewhere is another site's page. */
    private Iterable<JsonNode> own(PublishedArchiveRepository.Cards found) {
        return () -> found.items().stream()
                .map(json -> Json.read(json.toString(), JsonNode.class))
                .filter(pages::isOwn)
                .iterator();
    }

    private void requirePages() {
        if (!pages.haveArticles()) {
            throw new Problem(
                    ProblemType.NOT_FOUND,
                    "There are no sitemaps, because the pages' addresses are not configured: dateline.syndication.pages.article.");
        }
    }

    private static Answer xml(String document) {
        return Answer.of(JsonText.EMPTY).as(XML + ";charset=utf-8", false, document.getBytes(StandardCharsets.UTF_8));
    }
}
