package dev.dateline.syndication;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.content.PlainText;
import dev.dateline.json.JsonText;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells browsers and readers how to search here (OpenSearch 1.1). */
@Path("/v1/opensearch.xml")
@Produces(OpenSearchResource.DESCRIPTION)
@ForReaders
@Tag(name = "Other forms")
public class OpenSearchResource {

    static final String DESCRIPTION = "application/opensearchdescription+xml";

    /** What the reader is looking for, as OpenSearch writes it. */
    private static final String WORDS = "{searchTerms}";

    /** The format allows no more. */
    private static final int LONGEST_NAME = 16;

    private final PageAddresses pages;
    private final KnownSite site;

    OpenSearchResource(PageAddresses pages, KnownSite site) {
        this.pages = pages;
        this.site = site;
    }

    @GET
    @Operation(
            operationId = "getOpenSearchDescription",
            summary = "Get the OpenSearch description",
            description =
                    "With it browsers and feed readers can search: in the pages, where `dateline.syndication.pages.search` is set, and as feeds.")
    @APIResponse(
            responseCode = "200",
            description = "The description.",
            content = @Content(mediaType = DESCRIPTION, schema = @Schema(type = SchemaType.STRING)))
    public Answer get() {
        KnownSite.Read known = site.read();
        String newsroom = known.title();
        XmlDocument xml = new XmlDocument();
        xml.element(
                "OpenSearchDescription",
                () -> {
                    xml.text("ShortName", PlainText.cut(newsroom, LONGEST_NAME));
                    xml.text("Description", newsroom);
                    pages.searchTemplate(WORDS).ifPresent(page -> url(xml, "text/html", page));
                    url(xml, Format.ATOM.mediaType(), pages.absolute("/v1/search.atom?q=" + WORDS));
                    url(xml, Format.RSS.mediaType(), pages.absolute("/v1/search.rss?q=" + WORDS));
                    xml.text("InputEncoding", "UTF-8");
                },
                "xmlns",
                "http://a9.com/-/spec/opensearch/1.1/");
        return Answer.of(JsonText.EMPTY)
                .as(DESCRIPTION + ";charset=utf-8", false, xml.finished().getBytes(StandardCharsets.UTF_8))
                .shownUntil(known.withdrawAt())
                .dependsOn(ContentKind.SITE.cacheGroup());
    }

    private static void url(XmlDocument xml, String type, String template) {
        xml.empty("Url", "type", type, "template", template);
    }
}
