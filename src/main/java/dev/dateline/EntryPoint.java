package dev.dateline;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where programs start, and where people find the documentation. */
@Path("/")
@ForReaders
public class EntryPoint {

    private static final String DOCUMENTATION = "/docs";

    /** The shape of the answer, for the contract. */
    @Schema(name = "Links", description = "Addresses of everything there is, by name.")
    record Links(
            @Schema(required = true, format = "uri-reference", examples = "/v1/site")
            String site,

            @Schema(required = true, format = "uri-reference", examples = "/v1/articles")
            String articles,

            @Schema(required = true, format = "uri-reference", examples = "/v1/story-lists")
            String storyLists,

            @Schema(required = true, format = "uri-reference", examples = "/v1/fronts")
            String fronts,

            @Schema(required = true, format = "uri-reference", examples = "/v1/corrections")
            String corrections,

            @Schema(required = true, format = "uri-reference", examples = "/v1/tags")
            String tags,

            @Schema(required = true, format = "uri-reference", examples = "/v1/callouts")
            String callouts,

            @Schema(required = true, format = "uri-reference", examples = "/v1/alerts")
            String alerts,

            @Schema(required = true, format = "uri-reference", examples = "/v1/search?q=news")
            String search,

            @Schema(required = true, format = "uri-reference", examples = "/v1/suggest?q=ne")
            String suggestions,

            @Schema(required = true, format = "uri-reference", examples = "/v1/changes")
            String changes,

            @Schema(required = true, format = "uri-reference", examples = "/v1/articles.atom")
            String feed,

            @Schema(required = true, format = "uri-reference", examples = "/v1/opensearch.xml")
            String openSearch,

            @Schema(required = true, format = "uri-reference", examples = "/docs")
            String documentation,

            @Schema(required = true, format = "uri-reference", examples = "/openapi/delivery")
            String deliveryContract,

            @Schema(required = true, format = "uri-reference", examples = "/openapi/editorial")
            String editorialContract,

            @Schema(required = true, format = "uri-reference", examples = "/problems")
            String problems) {}

    private static final Links LINKS = new Links(
            "/v1/site",
            "/v1/articles",
            "/v1/story-lists",
            "/v1/fronts",
            "/v1/corrections",
            "/v1/tags",
            "/v1/callouts",
            "/v1/alerts",
            "/v1/search?q=news",
            "/v1/suggest?q=ne",
            "/v1/changes",
            "/v1/articles.atom",
            "/v1/opensearch.xml",
            DOCUMENTATION,
            "/openapi/delivery",
            "/openapi/editorial",
            "/problems");

    /** For people: the documentation. For programs: the same as {@code /v1}. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    @Operation(hidden = true)
    public Response forPeople() {
        return Response.seeOther(URI.create(DOCUMENTATION)).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response forPrograms() {
        return Response.ok(Json.write(LINKS)).build();
    }

    @GET
    @Path("v1")
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Entry point")
    @Operation(operationId = "getLinks", summary = "Start here", description = "Links to everything there is.")
    @APIResponseSchema(value = Links.class, responseDescription = "The links.")
    public Answer links() {
        return Answer.of(LINKS);
    }
}
