package dev.dateline.editorial.article;

import dev.dateline.access.Role;
import dev.dateline.content.ArticleContent;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.Idempotency;
import dev.dateline.editorial.RevisionNote;
import dev.dateline.editorial.WorkingCopyFilter;
import dev.dateline.editorial.WorkingCopyStatus;
import dev.dateline.http.JsonBodyReader;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Writing articles. */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Editing articles")
public class ArticleEditorialResource {

    private static final String COLLECTION = "articles";
    private static final String PATH = EditorialAnswer.ROOT + "/" + COLLECTION;
    private static final String PROFILE = "x-smallrye-profile-editorial";

    private final ArticleService articles;
    private final Idempotency idempotency;

    ArticleEditorialResource(ArticleService articles, Idempotency idempotency) {
        this.articles = articles;
        this.idempotency = idempotency;
    }

    /** The shape of an answer, for the contract. */
    @Schema(
            name = "ArticleWorkingCopy",
            description = "An article as the newsroom works on it: status and content side by side.",
            allOf = {WorkingCopyStatus.class, ArticleContent.class})
    public record ArticleWorkingCopy() {}

    /** The shape of the collection, for the contract. */
    @Schema(name = "ArticleWorkingCopyPage", description = "A page of articles.")
    record ArticleWorkingCopyPage(
            @Schema(required = true) List<ArticleWorkingCopy> items,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @POST
    @Path(COLLECTION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "createArticle",
            summary = "Create an article",
            description = "Creates a draft. Nothing of it is public until it is published.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ArticleContent.class)))
    @APIResponseSchema(value = ArticleWorkingCopy.class, responseCode = "201", responseDescription = "The new article.")
    public Response create(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, JsonBody body) {
        return EditorialAnswer.created(idempotency.once(idempotencyKey, PATH, body, articles::create), PATH);
    }

    @GET
    @Path(COLLECTION)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "listArticleWorkingCopies",
            summary = "List articles",
            description = "Working copies in every state, the last modified first. Follow `next`.")
    @APIResponseSchema(value = ArticleWorkingCopyPage.class, responseDescription = "A page of articles.")
    public Response list(@BeanParam WorkingCopyFilter.Query query, @Context UriInfo uri) {
        return EditorialAnswer.page(articles.list(query, uri));
    }

    @GET
    @Path(COLLECTION + "/{id}")
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "getArticleWorkingCopy",
            summary = "Get an article",
            description = "The version an editor works on, whatever the public sees.")
    @APIResponseSchema(value = ArticleWorkingCopy.class, responseDescription = "The article.")
    public Response get(@PathParam("id") String id) {
        return EditorialAnswer.ok(articles.read(Parameters.pathId(id)));
    }

    @PUT
    @Path(COLLECTION + "/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "replaceArticle",
            summary = "Replace an article",
            description =
                    "Replaces the content; what the body leaves out is emptied, but the slug is kept. The public sees nothing of it until it is published again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ArticleContent.class)))
    @APIResponseSchema(value = ArticleWorkingCopy.class, responseDescription = "The article, replaced.")
    public Response replace(
            @PathParam("id") String id,
            @QueryParam("note") @Parameter(description = RevisionNote.DESCRIPTION, example = "Names checked") @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(articles.replace(Parameters.pathId(id), ifMatch, body, RevisionNote.read(note)));
    }

    @PATCH
    @Path(COLLECTION + "/{id}")
    @Consumes({JsonBodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "patchArticle",
            summary = "Change an article",
            description =
                    "A JSON Merge Patch (RFC 7396): names what changes, null removes, arrays are replaced whole. The public sees nothing of it until it is published again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JsonBodyReader.MERGE_PATCH,
                            schema = @Schema(implementation = MergePatch.class)))
    @APIResponseSchema(value = ArticleWorkingCopy.class, responseDescription = "The article, changed.")
    public Response patch(
            @PathParam("id") String id,
            @QueryParam("note") @Parameter(description = RevisionNote.DESCRIPTION, example = "Names checked") @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(articles.patch(Parameters.pathId(id), ifMatch, body, RevisionNote.read(note)));
    }

    @DELETE
    @Path(COLLECTION + "/{id}")
    @RolesAllowed(Role.EDITOR_NAME)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "deleteArticle",
            summary = "Delete an article",
            description =
                    "Deletes the working copy. What is published must be withdrawn first; its address stays gone.")
    public void delete(@PathParam("id") String id, @Nullable @HeaderParam("If-Match") String ifMatch) {
        articles.delete(Parameters.pathId(id), ifMatch);
    }
}
