package dev.dateline.removal;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Seeing who has acknowledged what was removed for a legal reason. */
@Path("/v1/editorial/removals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EDITOR_NAME)
@Tag(name = "Removals")
@Audited
public class RemovalResource {

    private final RemovalRepository repository;
    private final Removals removals;

    RemovalResource(RemovalRepository repository, Removals removals) {
        this.repository = repository;
        this.removals = removals;
    }

    @GET
    @Transactional
    @Operation(operationId = "listRemovals", summary = "List removals", description = """
                    What was withdrawn for a legal reason, newest first, and who has not acknowledged it. Each webhook is told at once, \
                    whatever it follows, and is to acknowledge it.""")
    @APIResponseSchema(value = RemovalPage.class, responseDescription = "A page of removals.")
    public Response list(
            @QueryParam("outstanding")
                    @Parameter(
                            schema = @Schema(implementation = Boolean.class),
                            description = "Whether somebody has still to acknowledge them.",
                            example = "true")
                    @Nullable
                    String outstanding,
            @BeanParam PageRequest request) {
        Parameters parameters = new Parameters();
        Boolean wanted = parameters.truth("outstanding", outstanding);
        Page<Removal> page = request.page(
                parameters,
                "removals " + wanted,
                (cursor, count) -> repository.page(wanted, cursor, count),
                removal -> Cursor.at(removal.id()));
        return Response.ok(Json.write(new RemovalPage(removals.views(page.items()), page.next(), page.previous())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.LINK, page.link())
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRemoval",
            summary = "Read a removal",
            description = "Who was told, who has acknowledged it and who has not.")
    @APIResponseSchema(value = RemovalView.class, responseDescription = "The removal.")
    public Response get(@PathParam("id") String id) {
        return answer(removals.get(Parameters.pathId(id)));
    }

    @POST
    @Path("{id}/reminders")
    @Operation(
            operationId = "remindOfRemoval",
            summary = "Remind of a removal",
            description =
                    "Tells all those again, at once, who have not acknowledged it, and webhooks that were made since. What still waits is told now; a paused webhook is told when it goes on.")
    @APIResponseSchema(value = RemovalView.class, responseDescription = "The removal.")
    public Response remind(@PathParam("id") String id) {
        return answer(removals.remind(Parameters.pathId(id)));
    }

    @PUT
    @Path("{id}/receipts/{webhook}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "noteRemovalAcknowledged",
            summary = "Note that a removal is acknowledged",
            description = "For a receiver that has said so otherwise, by telephone for example.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RemovalAcknowledgement.class)))
    @APIResponseSchema(value = RemovalView.class, responseDescription = "The removal.")
    public Response acknowledge(
            @PathParam("id") String id,
            @PathParam("webhook") @Parameter(description = "The webhook's id, from `receipts`.") String webhook,
            @Nullable JsonBody body) {
        return answer(removals.acknowledge(
                Parameters.pathId(id),
                Parameters.pathId(webhook),
                body == null || body.isEmpty() ? null : body.json()));
    }

    static Response answer(Object view) {
        return Response.ok(Json.write(view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
