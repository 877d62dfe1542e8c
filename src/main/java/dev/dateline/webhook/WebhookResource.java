package dev.dateline.webhook;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.changefeed.ChangeCursor;
import dev.dateline.http.JsonBodyReader;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import dev.dateline.problem.Fault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keeping webhooks. */
@Path(WebhookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@Tag(name = "Webhooks")
@Audited
public class WebhookResource {

    static final String PATH = "/v1/editorial/webhooks";

    private final WebhookService webhooks;
    private final WebhookTrial trial;
    private final WebhookDispatcher dispatcher;
    private final InputReader inputs;

    WebhookResource(WebhookService webhooks, WebhookTrial trial, WebhookDispatcher dispatcher, InputReader inputs) {
        this.webhooks = webhooks;
        this.trial = trial;
        this.dispatcher = dispatcher;
        this.inputs = inputs;
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "All webhooks, oldest first, and how they do.")
    @APIResponseSchema(value = Webhooks.class, responseDescription = "The webhooks.")
    public Response list() {
        return answer(new Webhooks(webhooks.all()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createWebhook", summary = "Make a webhook", description = """
                    From now on its address is posted what changes: the same that `listChanges` tells, as an event of CloudEvents 1.0, signed as \
                    Standard Webhooks says. Of each thing, changes come in order; of different things, side by side. An answer of 2xx within 15 \
                    seconds takes a message. Otherwise it is sent again, nine times within 76 hours unless configured otherwise; then it is parked \
                    until somebody has it sent again. A message may come twice: \
                    `webhook-id` tells. The answer is the only place where a shared secret is shown.

                    A message: `{"specversion": "1.0", "id": "msg_…", "source": "/v1/changes", "type": "dev.dateline.article.updated", \
                    "time": "…", "datacontenttype": "application/json", "subject": "article/…", "sequence": "0000000000000001042", \
                    "data": {…}}`. The type names the kind and the event; `data` is a `Change` of `listChanges`. What is withdrawn for a legal reason \
                    comes as `dev.dateline.removal` besides, whatever the webhook follows. The delivery document has both: `ChangeMessage`, \
                    `RemovalMessage`.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookInput.class)))
    @APIResponseSchema(
            value = WebhookView.class,
            responseCode = "201",
            responseDescription = "The webhook, with its secret.")
    public Response create(JsonBody body) {
        WebhookView webhook = webhooks.create(body.json());
        return Response.status(201)
                .header(HttpHeaders.LOCATION, PATH + "/" + webhook.id())
                .entity(Json.write(webhook))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getWebhook",
            summary = "Read a webhook",
            description = "What it is told of, and how it does.")
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook, without its secret.")
    public Response get(@PathParam("id") String id) {
        return answer(webhooks.get(Parameters.pathId(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes({JsonBodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeWebhook", summary = "Change a webhook", description = """
                    Only the fields that are sent. `"paused": true` has it told nothing for now; `"paused": false` has it told all that it \
                    has missed, after a pause of Dateline's own too.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MergePatch.class)))
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook, without its secret.")
    public Response change(@PathParam("id") String id, JsonBody body) {
        WebhookView webhook = webhooks.change(Parameters.pathId(id), body.json());
        dispatcher.wake();
        return answer(webhook);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "With all that waits for it, and its log.")
    public void delete(@PathParam("id") String id) {
        webhooks.delete(Parameters.pathId(id));
    }

    @POST
    @Path("{id}/key")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeWebhookKey", summary = "Change a webhook's key", description = """
                    Makes another secret or key, and shows it. For a day messages carry two signatures, one of the former key too: \
                    whoever accepts either of them misses nothing.""")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebhookKeyChange.class)))
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook, with its new secret.")
    public Response changeKey(@PathParam("id") String id, @Nullable JsonBody body) {
        WebhookKeyChange change = body == null || body.isEmpty()
                ? WebhookKeyChange.DEFAULT
                : inputs.read(body.json(), WebhookKeyChange.class);
        return answer(webhooks.changeKey(Parameters.pathId(id), change.withOverlap()));
    }

    @POST
    @Path("{id}/test")
    @Operation(operationId = "testWebhook", summary = "Test a webhook", description = """
                    Sends a signed message of the type `dev.dateline.webhook.test` at once, and answers how that went. It changes nothing \
                    else.""")
    @APIResponseSchema(value = WebhookAttempt.class, responseDescription = "How it went; see `status` and `error`.")
    public Response test(@PathParam("id") String id) throws InterruptedException {
        return answer(trial.send(Parameters.pathId(id)));
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replayWebhook", summary = "Tell a webhook again", description = """
                    All that has changed after a place in the log, what was told already too; what has waited until now comes besides. \
                    410 when the log does not keep all of that any more.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookReplay.class)))
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook, as it stands in the log now.")
    public Response replay(@PathParam("id") String id, JsonBody body) {
        WebhookReplay replay = inputs.read(body.json(), WebhookReplay.class);
        UUID webhook = Parameters.pathId(id);
        WebhookView view = webhooks.replay(
                webhook,
                ChangeCursor.decode(
                        Fault.at("/since", "must be a since of listChanges or of a webhook"), replay.place()));
        dispatcher.wake();
        return answer(view);
    }

    static Response answer(Object entity) {
        return Response.ok(Json.write(entity)).build();
    }
}
