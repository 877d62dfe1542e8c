package dev.dateline.webhook;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log of what webhooks were told. */
@Path(WebhookResource.PATH + "/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@Tag(name = "Webhooks")
@Audited
public class WebhookDeliveryResource {

    private final WebhookService webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final WebhookDispatcher dispatcher;

    WebhookDeliveryResource(
            WebhookService webhooks, WebhookDeliveryRepository deliveries, WebhookDispatcher dispatcher) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
    }

    @GET
    @Transactional
    @Operation(operationId = "listWebhookDeliveries", summary = "See what a webhook was told", description = """
                    Newest first, each with its last attempts: when, how long, what the receiver answered. What was posted is not kept, since it \
                    may be withdrawn meanwhile. What is settled is forgotten after 30 days.""")
    @APIResponseSchema(value = WebhookDeliveryPage.class, responseDescription = "A page of deliveries.")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("state")
                    @Parameter(
                            schema = @Schema(implementation = WebhookDeliveryState.class),
                            description = "Only those that stand so.",
                            example = "parked")
                    @Nullable
                    String state,
            @BeanParam PageRequest request) {
        UUID webhook = webhooks.webhook(Parameters.pathId(id)).id();
        Parameters parameters = new Parameters();
        WebhookDeliveryState wanted = state == null
                ? null
                : parameters.choice("state", state, WebhookDeliveryState.class, WebhookDeliveryState.WAITING);
        Page<WebhookDeliveryView> page = request.page(
                        parameters,
                        "deliveries " + webhook + " " + wanted,
                        (cursor, count) -> deliveries.page(webhook, wanted, cursor, count),
                        delivery -> new Cursor(Long.toString(delivery.ordinal()), delivery.id(), false))
                .map(WebhookDelivery::view);
        return Response.ok(Json.write(new WebhookDeliveryPage(page.items(), page.next(), page.previous())))
                .header(HttpHeaders.LINK, page.link())
                .build();
    }

    @POST
    @Path("{delivery}/retry")
    @Operation(
            operationId = "retryWebhookDelivery",
            summary = "Tell a change again",
            description = "At once, whatever came of it before, and from then on as if it were new.")
    @APIResponseSchema(value = WebhookDeliveryView.class, responseDescription = "The delivery, waiting.")
    public Response retry(
            @PathParam("id") String id,
            @PathParam("delivery") @Parameter(description = "The delivery's id.") String delivery) {
        WebhookDeliveryView view = webhooks.again(Parameters.pathId(id), Parameters.pathId(delivery));
        dispatcher.wake();
        return WebhookResource.answer(view);
    }
}
