package dev.dateline.editorial;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.http.JsonBodyReader;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonBody;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writing content of every kind. The OpenAPI document has one operation a kind, each with its own types: see the contract
 * package, where the words in braces are put in.
 */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Audited
public class WorkingCopyResource {

    private static final String COLLECTION = "{collection}";
    private static final String ONE = COLLECTION + "/{id}";

    private final WorkingCopyServices services;
    private final Idempotency idempotency;

    WorkingCopyResource(WorkingCopyServices services, Idempotency idempotency) {
        this.services = services;
        this.idempotency = idempotency;
    }

    @POST
    @Path(COLLECTION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "create{Type}",
            summary = "Create {a thing}",
            description = "Creates a draft. Nothing of it is public until it is published.")
    public Response create(
            @PathParam("collection") String collection,
            @Nullable @HeaderParam("Idempotency-Key") String idempotencyKey,
            JsonBody body) {
        WorkingCopyService<?, ?> service = services.of(collection);
        String path = service.kind().editorialPath();
        return EditorialAnswer.created(idempotency.once(idempotencyKey, path, body, service::create), path);
    }

    @GET
    @Path(COLLECTION)
    @Operation(
            operationId = "list{Type}WorkingCopies",
            summary = "List {things}",
            description =
                    "Working copies, whatever the public sees of them; the last modified first, unless `order` says otherwise. Each parameter narrows the list. Follow `next`.")
    public Response list(@PathParam("collection") String collection, @BeanParam WorkingCopyParameters query) {
        WorkingCopyPage<WorkingCopyView> listed = services.of(collection).list(query);
        return EditorialAnswer.page(listed.page(), listed.count());
    }

    @GET
    @Path(ONE)
    @Operation(
            operationId = "get{Type}WorkingCopy",
            summary = "Get {a thing}",
            description = "The version an editor works on, whatever the public sees.")
    public Response get(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @QueryParam("expand")
                    @Parameter(
                            schema = @Schema(type = SchemaType.STRING, pattern = "^entries$"),
                            description =
                                    "`entries` adds what it names, by id: titles and how each stands, so that a screen is one request.",
                            example = "entries")
                    @Nullable
                    String expand) {
        Parameters parameters = new Parameters();
        boolean expanded = parameters.choice("expand", expand, List.of("entries")) != null;
        parameters.check();
        WorkingCopyService<?, ?> service = services.of(collection);
        UUID copy = Parameters.pathId(id);
        return EditorialAnswer.ok(expanded ? service.readExpanded(copy) : service.read(copy));
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replace{Type}",
            summary = "Replace {a thing}",
            description =
                    "Replaces the content; what the body leaves out is emptied, but a slug that is public or was chosen is kept. The public sees nothing of it until it is published again.")
    public Response replace(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @QueryParam("note") @Parameter(description = RevisionNote.DESCRIPTION, example = "Names checked") @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(
                services.of(collection).replace(Parameters.pathId(id), ifMatch, body, RevisionNote.read(note)));
    }

    @PATCH
    @Path(ONE)
    @Consumes({JsonBodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "patch{Type}",
            summary = "Change {a thing}",
            description =
                    "A JSON Merge Patch (RFC 7396): names what changes, null removes, arrays are replaced whole. A patch that changes nothing makes no revision, and its `note` is not kept. The public sees nothing of it until it is published again.")
    public Response patch(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @QueryParam("note") @Parameter(description = RevisionNote.DESCRIPTION, example = "Names checked") @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            JsonBody body) {
        return EditorialAnswer.ok(
                services.of(collection).patch(Parameters.pathId(id), ifMatch, body, RevisionNote.read(note)));
    }

    @DELETE
    @Path(ONE)
    @Extension(name = Role.REQUIRED, value = Role.EDITOR_NAME)
    @Operation(
            operationId = "delete{Type}",
            summary = "Delete {a thing}",
            description =
                    "Deletes the working copy. What is published must be withdrawn first; its address stays gone. What was withdrawn for a legal reason only an admin may delete.")
    public void delete(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch) {
        services.of(collection).delete(Parameters.pathId(id), ifMatch);
    }
}
