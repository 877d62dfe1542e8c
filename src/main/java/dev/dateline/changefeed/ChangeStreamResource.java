package dev.dateline.changefeed;

import dev.dateline.access.ForReaders;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangesConfig;
import dev.dateline.http.Parameters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hearing what changes, as it does. */
@Path(ChangeStreamResource.PATH)
@ForReaders
@Tag(name = "Changes")
public class ChangeStreamResource {

    public static final String PATH = "/v1/changes/stream";

    private static final String RESUME = "Last-Event-ID";
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int PART = 200;

    private final ChangeHistoryRepository history;
    private final ChangeSelections selections;
    private final Changes changes;
    private final ChangeStreams streams;
    private final ChangesConfig config;

    ChangeStreamResource(
            ChangeHistoryRepository history,
            ChangeSelections selections,
            Changes changes,
            ChangeStreams streams,
            ChangesConfig config) {
        this.history = history;
        this.selections = selections;
        this.changes = changes;
        this.streams = streams;
        this.config = config;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamChanges", summary = "Hear what changes", description = """
                    Server-sent events, for `EventSource` in a browser: the data of each is a change as `listChanges` tells it, its id is a \
                    place in the log. A client that comes again with `Last-Event-ID`, as `EventSource` does, misses nothing. Without it and \
                    without `since` it hears from now on. A comment comes every 15 seconds. A stream ends after an hour, or when its client \
                    does not take what it is sent; it goes on where it was when the client comes again.""")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples =
                                                    "id: AAAA\ndata: {\"kind\":\"article\",\"event\":\"updated\",\"version\":1042}\n\n")))
    public Uni<Void> stream(
            @BeanParam ChangeParameters request,
            @QueryParam("since")
                    @Parameter(description = "From where to hear: the value of `since` in an address of `listChanges`.")
                    @Nullable
                    String since,
            @HeaderParam(RESUME) @Parameter(description = "The id of the last event that was heard.") @Nullable
                    String last,
            @Context RoutingContext context) {
        Parameters parameters = new Parameters();
        ChangeParameters.Detail detail = request.detail(parameters);
        ChangeSelection selection = selections.read(request, parameters);
        streams.requireRoom();
        ChangePosition from = last != null
                ? ChangeCursor.decode(RESUME, last)
                : since != null && !since.equals("now") ? ChangeCursor.decode("since", since) : history.end();
        ChangeHistoryRepository.Part first = history.after(from, selection, PART); // what is wrong is told as a problem
        return Uni.createFrom().emitter(never -> begin(context, selection, detail, from, first));
    }

    private void begin(
            RoutingContext context,
            ChangeSelection selection,
            ChangeParameters.Detail detail,
            ChangePosition from,
            ChangeHistoryRepository.Part first) {
        HttpServerResponse response = context.response();
        ChangeSubscriber subscriber = new ChangeSubscriber(
                ((HttpServerRequestInternal) context.request()).context(),
                response,
                selection,
                detail,
                System.nanoTime() + config.streamDuration().toNanos());
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(closed -> streams.remove(subscriber));
        response.endHandler(ended -> streams.remove(subscriber));
        subscriber.send(ServerSentEvent.beginning(from, RETRY));
        new ChangeReplay(history, changes, streams, subscriber, context.vertx(), response).go(first);
    }
}
