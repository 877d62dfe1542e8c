package dev.dateline.changefeed;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.change.Change;
import dev.dateline.change.ChangePosition;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.PageSize;
import dev.dateline.http.Parameters;
import dev.dateline.http.QueryString;
import dev.dateline.json.JsonText;
import dev.dateline.tag.TagCacheGroups;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Following what changes, page by page. */
@Path(ChangeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Changes")
public class ChangeResource {

    static final String PATH = "/v1/changes";

    /** Who follows wants to know soon. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ChangeHistoryRepository history;
    private final ChangeSelections selections;
    private final Changes changes;

    ChangeResource(ChangeHistoryRepository history, ChangeSelections selections, Changes changes) {
        this.history = history;
        this.selections = selections;
        this.changes = changes;
    }

    @GET
    @Operation(operationId = "listChanges", summary = "Follow what changes", description = """
                    Without `since`: all that is public now, each thing once, page by page; follow `next`. The last page says in `since` where \
                    to go on. With `since`: what has changed after that, in order, none skipped and none twice; it says again where to go on. \
                    `since=now` starts from now. Keep `since` and ask it again and again, or open the stream; it goes with any other filters \
                    too. When it is older than what is kept, the answer is 410: start anew.

                    Whatever the event, except `withdrawn`, put the thing in or in the place of what you have: what changes during a \
                    start comes after it, and may be `updated` before you have it. What is withdrawn for a legal reason is told whatever `tag`, `language` and `list` \
                    choose. An article that no longer fits them is told once more, as it is then; with `view`, one that has gone by then is \
                    `withdrawn`. What a tag is called is told as a change of that tag, \
                    and not of each article. What shows at times only (callouts, entries of lists with `from` and `until`) is told when it is \
                    published, and as `updated` at these times: `GET /v1/callouts` says what shows now.""")
    @APIResponseSchema(value = ChangePage.class, responseDescription = "A page of changes.")
    public Answer list(
            @BeanParam ChangeParameters request,
            @BeanParam PageSize size,
            @QueryParam("since")
                    @Parameter(
                            description = "How far one has read: the address stands in an earlier answer. Or `now`.",
                            example = "now")
                    @Nullable
                    String since,
            @QueryParam("cursor") @Parameter(description = "Goes on with a start: taken from `next`.") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        int count = size.limit(parameters);
        if (since != null && cursor != null) {
            parameters.refuse("cursor", "does not go with since");
        }
        ChangeInterest interest = cursor != null || ChangeParameters.isPlace(since)
                ? selections.known(request, parameters)
                : selections.read(request, parameters);
        ChangeSelection selection = interest.selection();
        ChangeParameters.Detail detail = interest.detail();
        if ("now".equals(since)) {
            return answer(uri, new ChangeHistoryRepository.Part(List.of(), history.end(), true), detail);
        }
        return since == null
                ? start(uri, selection, detail, cursor, count)
                : answer(
                        uri,
                        history.after(ChangeCursor.decode(Cursor.foreignIn("since"), since), selection, count),
                        detail);
    }

    private Answer answer(UriInfo uri, ChangeHistoryRepository.Part part, ChangeParameters.Detail detail) {
        Changes.AllTold told = changes.tell(part.changes(), detail);
        ChangeHistoryRepository.Part read = part.first(told.count());
        String since = address(uri, "since", ChangeCursor.encode(read.reached()));
        return answer(told, detail, read.isEnd() ? null : since, since);
    }

    private Answer start(
            UriInfo uri,
            ChangeSelection selection,
            ChangeParameters.Detail detail,
            @Nullable String cursor,
            int count) {
        String fingerprint = selection.fingerprint();
        ChangeCursor.Start from = cursor == null
                ? new ChangeCursor.Start(0, history.end())
                : ChangeCursor.Start.decode(cursor, fingerprint);
        ChangeHistoryRepository.Part found = history.latest(from.after(), from.end(), selection, count);
        Changes.AllTold told = changes.tell(found.changes(), detail).withoutMergedTags();
        ChangeHistoryRepository.Part part = found.first(told.count());
        if (part.isEnd()) {
            return answer(told, detail, null, address(uri, "since", ChangeCursor.encode(from.end())));
        }
        ChangePosition reached = part.reached();
        String next = new ChangeCursor.Start(reached.number(), from.end()).encode(fingerprint);
        return answer(told, detail, address(uri, "cursor", next), null);
    }

    private static Answer answer(
            Changes.AllTold told, ChangeParameters.Detail detail, @Nullable String next, @Nullable String since) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (since != null) {
            fields.put("since", since);
        }
        Page<JsonText> page = new Page<>(
                told.changes().stream()
                        .map(change -> change.json(detail.groups()))
                        .toList(),
                next,
                null);
        return Answer.page(page, fields)
                .noOlderThan(A_MOMENT)
                .shownUntil(told.firstWithdrawal())
                .dependsOn(Change.ANY, TagCacheGroups.LOOKS);
    }

    /** The same question with another place in it. */
    private static String address(UriInfo uri, String parameter, String place) {
        Map<String, List<String>> kept = new LinkedHashMap<>(uri.getQueryParameters());
        kept.remove("since");
        kept.remove("cursor");
        return QueryString.append(PATH, kept, Map.of(parameter, place));
    }
}
