package dev.dateline.editorial.audit;

import dev.dateline.access.Actors;
import dev.dateline.access.Role;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading the audit trail. */
@Path("/v1/editorial/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EDITOR_NAME)
@Tag(name = "Audit")
public class AuditResource {

    private final AuditRepository entries;
    private final Actors actors;

    AuditResource(AuditRepository entries, Actors actors) {
        this.entries = entries;
        this.actors = actors;
    }

    /** The shape of the collection. */
    @Schema(name = "AuditPage", description = "A page of the audit trail, newest first.")
    record AuditPage(
            @Schema(required = true) List<AuditEntryView> items,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listAudit",
            summary = "Read the audit trail",
            description =
                    "Who did what to which thing, newest first, refused attempts included. Nothing here is ever changed or removed.")
    @APIResponseSchema(value = AuditPage.class, responseDescription = "A page of the audit trail.")
    public Response list(@BeanParam AuditFilter.Query query) {
        Parameters parameters = new Parameters();
        AuditFilter filter = query.filter(parameters, actors);
        Page<AuditEntryView> page = query.page(
                        parameters,
                        filter.fingerprint(),
                        (cursor, count) -> entries.page(filter, cursor, count),
                        entry -> Cursor.at(entry.id()))
                .map(entry -> entry.view(actors::of));
        return Response.ok(Json.write(new AuditPage(page.items(), page.next(), page.previous())))
                .header(HttpHeaders.LINK, page.link())
                .build();
    }
}
