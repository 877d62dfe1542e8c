package dev.dateline.editorial.storylist;

import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.http.PageSize;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Problem;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.storylist.PublishedListContent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the public saw of a list, and when. To go back, publish the revision of a state again. */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Editing story lists")
public class StoryListHistoryResource {

    private final StoryListRepository lists;
    private final PublishedStateRepository states;
    private final ListHistory history;

    StoryListHistoryResource(StoryListRepository lists, PublishedStateRepository states, ListHistory history) {
        this.lists = lists;
        this.states = states;
        this.history = history;
    }

    /** A state, for the contract. */
    @Schema(name = "StoryListState", description = "A state of a list that the public saw.")
    record State(
            @Schema(required = true, description = "In the order of time, over all lists.", examples = "17")
            long number,

            @Schema(required = true, examples = "2026-11-20T08:15:00Z")
            Instant since,

            @Schema(
                    required = true,
                    description = "The revision that was published; a rule may have made several states of it.",
                    examples = "2")
            long revision,

            @Schema(
                    required = true,
                    description = "Whether it was public; false from when it was withdrawn.",
                    examples = "true")
            boolean visible,

            @Schema(required = true, description = "How many stories readers saw in it at first.", examples = "11")
            int stories) {

        static State of(PublishedStateRepository.State state, int stories) {
            return new State(state.number(), state.since(), state.revision(), state.content() != null, stories);
        }
    }

    /** The shape of the history, for the contract. */
    @Schema(name = "StoryListHistory", description = "States of a list, newest first.")
    record History(
            @Schema(required = true) List<State> items,
            @Nullable @Schema(format = "uri-reference") String next) {}

    @GET
    @Path("story-lists/{id}/history")
    @Transactional
    @Operation(
            operationId = "getStoryListHistory",
            summary = "Get the history of a list",
            description =
                    "Every state that the public saw, newest first. `GET /v1/story-lists/{list}?at=` shows one; publishing its revision again goes back to it. Follow `next`.")
    @APIResponseSchema(value = History.class, responseDescription = "The states.")
    public Response history(
            @PathParam("id") String id,
            @QueryParam("before")
                    @Parameter(
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            description = "Only states before this number.")
                    @Nullable
                    String before,
            @BeanParam PageSize size) {
        Parameters parameters = new Parameters();
        Long number = parameters.read("before", before, "the number of a state", Long::valueOf);
        int count = size.limit(parameters);
        parameters.check();
        UUID list = found(id);
        List<PublishedStateRepository.State> found =
                states.before(list, number == null ? Long.MAX_VALUE : number, count + 1);
        boolean more = found.size() > count;
        List<State> page = shown(more ? found.subList(0, count) : found);
        String next = more
                ? "%s/story-lists/%s/history?before=%d%s"
                        .formatted(
                                EditorialAnswer.ROOT, list, page.get(count - 1).number(), size.andLimit())
                : null;
        return EditorialAnswer.plain(new History(page, next));
    }

    @GET
    @Path("story-lists/{id}/history/diff")
    @Transactional
    @Operation(
            operationId = "diffStoryListHistory",
            summary = "Compare a list at two times",
            description = "What came, what went and what changed its place between two times in the past.")
    @APIResponseSchema(value = HistoryDiff.class, responseDescription = "The differences.")
    public Response diff(
            @PathParam("id") String id,
            @QueryParam("from")
                    @Parameter(
                            required = true,
                            description = "A time in the past, or a date, which means its first moment in UTC.",
                            example = "2026-01-01")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(required = true, description = "Another one.", example = "2026-02-01")
                    @Nullable
                    String to) {
        Parameters parameters = new Parameters();
        Instant one = required(parameters, "from", from);
        Instant other = required(parameters, "to", to);
        parameters.check();
        UUID list = found(id);
        List<List<PublishedListContent.Placed>> seen =
                history.seen(List.of(at(list, Objects.requireNonNull(one)), at(list, Objects.requireNonNull(other))));
        return EditorialAnswer.plain(HistoryDiff.of(seen.get(0), seen.get(1)));
    }

    private List<State> shown(List<PublishedStateRepository.State> page) {
        List<List<PublishedListContent.Placed>> seen = history.seen(
                page.stream().map(state -> look(state, state.since())).toList());
        return IntStream.range(0, page.size())
                .mapToObj(i -> State.of(page.get(i), seen.get(i).size()))
                .toList();
    }

    private static ListHistory.Look look(PublishedStateRepository.@Nullable State state, Instant at) {
        return new ListHistory.Look(
                state == null ? null : state.as(PublishedListContent.class).orElse(null), at);
    }

    private static @Nullable Instant required(Parameters parameters, String name, @Nullable String text) {
        if (text == null) {
            parameters.refuse(name, "is required: a time such as 2026-02-14T12:00:00Z");
        }
        return parameters.past(name, text);
    }

    private ListHistory.Look at(UUID list, Instant time) {
        return look(states.at(list, time), time);
    }

    private UUID found(String id) {
        return lists.findByIdOptional(Parameters.pathId(id))
                .orElseThrow(Problem::notFound)
                .id();
    }
}
