package dev.dateline.changefeed;

import dev.dateline.access.ForReaders;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangesConfig;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.http.AfterAnswer;
import dev.dateline.http.Cursor;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Fault;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final long SOONEST_MILLIS = 1_000;
    private static final long LATEST_MILLIS = 5_000;
    private static final Duration MOST_WITH_KEY = Duration.ofMinutes(5);

    private final ChangeHistoryRepository history;
    private final ChangeSelections selections;
    private final ChangeStreams streams;
    private final ChangeReplays replays;
    private final ChangesConfig config;
    private final CurrentEntitlement entitlements;

    ChangeStreamResource(
            ChangeHistoryRepository history,
            ChangeSelections selections,
            ChangeStreams streams,
            ChangeReplays replays,
            ChangesConfig config,
            CurrentEntitlement entitlements) {
        this.entitlements = entitlements;
        this.history = history;
        this.selections = selections;
        this.streams = streams;
        this.replays = replays;
        this.config = config;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamChanges", summary = "Hear what changes", description = """
                    Server-sent events, for `EventSource` in a browser: the data of each is a change as `listChanges` tells it, its id is a \
                    place in the log. A client that comes again with `Last-Event-ID`, as `EventSource` does, misses nothing. Without it and \
                    without `since` it hears from now on. Every 15 seconds comes a comment, or an `id` without data that says how far the log is. A stream ends after an hour, or after five minutes where it was opened with a key, or when its client \
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
    @Blocking // who asks is looked up; afterwards a stream takes no thread
    public Uni<Void> stream(
            @BeanParam ChangeParameters request,
            @QueryParam("since")
                    @Parameter(description = "From where to hear: the value of `since` in an address of `listChanges`.")
                    @Nullable
                    String since,
            @HeaderParam(RESUME) @Parameter(description = "The id of the last event that was heard.") @Nullable
                    String last,
            @Context RoutingContext context) {
        if (context.request().method().equals(HttpMethod.HEAD)) {
            return head(context);
        }
        streams.enter();
        ChangeSubscriber subscriber = new ChangeSubscriber(
                ((HttpServerRequestInternal) context.request()).context(),
                context.response(),
                System.nanoTime() + duration(context).toNanos(),
                streams.merges());
        AfterAnswer.of(context, () -> streams.leave(subscriber));
        Entitlement entitlement = entitlements.get();
        return Uni.createFrom()
                .emitter(never -> replays.execute(entitlement, () -> {
                    try {
                        ChangeInterest interest = interest(request, since, last);
                        ChangePosition from = from(since, last);
                        ChangeHistoryRepository.Part first = replays.first(from, interest);
                        begin(context.response(), subscriber, from);
                        replays.go(subscriber, interest, first);
                    } catch (RuntimeException e) {
                        never.fail(e); // what is wrong is told as a problem, before anything was sent
                    }
                }));
    }

    /** A key may be revoked, and it is asked for only when a stream begins. */
    private Duration duration(RoutingContext context) {
        boolean hasKey = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
        return hasKey && config.streamDuration().compareTo(MOST_WITH_KEY) > 0 ? MOST_WITH_KEY : config.streamDuration();
    }

    private ChangeInterest interest(ChangeParameters request, @Nullable String since, @Nullable String last) {
        boolean goesOn = last != null || ChangeParameters.isPlace(since);
        return goesOn ? selections.known(request, new Parameters()) : selections.read(request, new Parameters());
    }

    private ChangePosition from(@Nullable String since, @Nullable String last) {
        if (last != null) {
            return ChangeCursor.decode(Fault.header(RESUME, "must be the id of an event of this log"), last);
        }
        return since == null || since.equals("now")
                ? history.end()
                : ChangeCursor.decode(Cursor.foreignIn("since"), since);
    }

    private static Uni<Void> head(RoutingContext context) {
        return Uni.createFrom().emitter(never -> {
            headers(context.response());
            context.response().end();
        });
    }

    private static void headers(HttpServerResponse response) {
        response.putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
    }

    private static void begin(HttpServerResponse response, ChangeSubscriber subscriber, ChangePosition from) {
        headers(response);
        response.setChunked(true);
        long retry = ThreadLocalRandom.current().nextLong(SOONEST_MILLIS, LATEST_MILLIS);
        subscriber.send(ServerSentEvent.beginning(from, Duration.ofMillis(retry)));
    }
}
