package dev.dateline.live;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.http.QueryString;
import dev.dateline.http.Slice;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.BodyParameter;
import dev.dateline.published.WithdrawalRepository;
import dev.dateline.tag.TagCacheGroups;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading the updates of live pages. */
@Path("/v1/articles/{article}/updates")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Live pages")
public class LiveUpdateResource {

    /** Who asks what is new has asked a moment ago. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final PublishedLiveUpdateRepository updates;
    private final LiveUpdates shown;
    private final WithdrawalRepository withdrawals;

    LiveUpdateResource(PublishedLiveUpdateRepository updates, LiveUpdates shown, WithdrawalRepository withdrawals) {
        this.updates = updates;
        this.shown = shown;
        this.withdrawals = withdrawals;
    }

    @GET
    @Operation(
            operationId = "listLiveUpdates",
            summary = "List the updates of a live page",
            description =
                    "Newest first, or oldest first; follow `next`. To keep up, ask `since` again and again: it answers what has changed, and where to ask next.")
    @APIResponseSchema(value = LiveUpdatePage.class, responseDescription = "A page of updates, or what has changed.")
    public Answer list(
            @PathParam("article")
                    @Parameter(description = "Id or slug of the live page.", example = "minsk-bridge-live")
                    String reference,
            @BeanParam LiveUpdateParameters request,
            @BeanParam BodyParameter body,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        BodyFormat format = body.format(parameters);
        LiveUpdateOrder order = request.order(parameters);
        boolean keyEventsOnly = request.isKeyEventsOnly(parameters);
        request.checkSince(parameters);
        int limit = request.limit(parameters);
        parameters.check();
        return of(
                reference,
                uri,
                page -> request.since == null
                        ? inOrder(page, order, keyEventsOnly, request, parameters, format)
                        : since(
                                page,
                                SinceCursor.decode(page.id(), request.since),
                                limit,
                                request.kept(format),
                                format));
    }

    private Answer inOrder(
            LivePage page,
            LiveUpdateOrder order,
            boolean keyEventsOnly,
            LiveUpdateParameters request,
            Parameters parameters,
            BodyFormat format) {
        AtomicLong number = new AtomicLong();
        Page<LiveUpdateRow> rows = request.pageThatFits(
                parameters,
                LiveUpdateParameters.query(page.id(), order, keyEventsOnly),
                (cursor, count) -> updates.read(reading -> {
                    number.set(reading.number(page.id())); // first, so that what comes in between is told again
                    return reading.inOrder(page.id(), order, keyEventsOnly, cursor, count, format, 0);
                }),
                row -> Cursor.at(row.publishedAt(), row.id()));
        Page<JsonText> items = new Page<>(shown.shown(rows.items(), format).items(), rows.next(), rows.previous());
        String since = LiveUpdates.since(page.id(), number.get(), request.kept(format));
        return answer(page, items, new LinkedHashMap<>(), since).shownUntil(withdrawal(rows.items()));
    }

    private Answer since(LivePage page, long number, int limit, Map<String, List<String>> asked, BodyFormat format) {
        Slice<LiveUpdateRow> found = updates.read(reading -> reading.changedAfter(page.id(), number, limit, format));
        List<LiveUpdateRow> changed = found.items();
        long reached =
                changed.isEmpty() ? number : changed.get(changed.size() - 1).number();
        String next = found.hasMore() ? LiveUpdates.since(page.id(), reached, asked) : null;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "withdrawn",
                changed.stream()
                        .filter(LiveUpdateRow::isWithdrawn)
                        .map(LiveUpdateRow::id)
                        .toList());
        Page<JsonText> items = new Page<>(shown.shown(changed, format).items(), next, null);
        return answer(page, items, fields, LiveUpdates.since(page.id(), reached, asked))
                .noOlderThan(A_MOMENT)
                .shownUntil(withdrawal(changed));
    }

    private static Answer answer(LivePage page, Page<JsonText> items, Map<String, Object> fields, String since) {
        fields.put("liveState", Objects.requireNonNull(page.state()));
        fields.put("since", since);
        return Answer.page(items, fields).shownUntil(page.withdrawAt());
    }

    private static @Nullable Instant withdrawal(List<LiveUpdateRow> shown) {
        return Freshness.earliest(shown.stream().map(LiveUpdateRow::withdrawAt));
    }

    @GET
    @Path("{update}")
    @Operation(
            operationId = "getLiveUpdate",
            summary = "Get an update of a live page",
            description = "One update, whole. A withdrawn one answers 410.")
    @APIResponseSchema(value = LiveUpdateView.class, responseDescription = "The update.")
    public Answer get(
            @PathParam("article")
                    @Parameter(description = "Id or slug of the live page.", example = "minsk-bridge-live")
                    String reference,
            @PathParam("update")
                    @Parameter(description = "The update's id.", example = "01981f2c-5a00-7000-8000-000000000041")
                    String update,
            @BeanParam BodyParameter body,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        BodyFormat format = body.format(parameters);
        parameters.check();
        UUID id = Parameters.pathId(update);
        return of(reference, uri, page -> one(page, id, format));
    }

    private Answer one(LivePage page, UUID id, BodyFormat format) {
        LiveUpdateRow row =
                updates.read(reading -> reading.one(page.id(), id, format)).orElse(null);
        if (row == null) {
            return Answer.notFound();
        }
        return row.isWithdrawn()
                ? withdrawals.answer(id, "This update was withdrawn.").dependsOn(ContentKind.LIVE_UPDATE.cacheGroup(id))
                : Answer.of(shown.shown(List.of(row), format).items().get(0))
                        .shownUntil(Freshness.earliest(Stream.of(page.withdrawAt(), row.withdrawAt())));
    }

    /** To the id: a slug alone may be that of another article in another language. */
    private static Answer live(LivePage page, String reference, UriInfo uri, Function<LivePage, Answer> read) {
        if (!page.isMovedFrom(reference)) {
            return read.apply(page);
        }
        String update = uri.getPathParameters().containsKey("update")
                ? "/" + uri.getPathParameters().getFirst("update")
                : "";
        return Answer.moved(QueryString.append(LivePage.path(page.id()) + update, uri.getQueryParameters(), Map.of()));
    }

    /** What is answered of a page, where it is one that is public. */
    private Answer of(String reference, UriInfo uri, Function<LivePage, Answer> read) {
        boolean isSlug = Slug.isSlug(reference);
        LivePage page = (isSlug ? updates.page(reference) : updates.page(Parameters.pathId(reference))).orElse(null);
        if (page == null) {
            return Answer.notFound()
                    .dependsOn(
                            isSlug
                                    ? ContentKind.ARTICLE.addressCacheGroup(reference)
                                    : ContentKind.ARTICLE.cacheGroup(Parameters.pathId(reference)));
        }
        Answer answer = page.isWithdrawn()
                ? withdrawals.answer(page.id(), "This live page was withdrawn.")
                : page.isLive() ? live(page, reference, uri, read) : Answer.notFound();
        return (isSlug ? answer.dependsOn(ContentKind.ARTICLE.addressCacheGroup(reference)) : answer)
                .dependsOn(
                        ContentKind.ARTICLE.cacheGroup(page.id()),
                        LiveCacheGroups.page(page.id()),
                        TagCacheGroups.LOOKS);
    }
}
