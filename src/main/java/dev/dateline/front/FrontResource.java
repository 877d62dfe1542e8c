package dev.dateline.front;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.http.QueryString;
import dev.dateline.json.JsonText;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.published.WithdrawalRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading fronts. */
@Path("/v1/fronts")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Fronts")
public class FrontResource {

    private final PublishedFrontRepository fronts;
    private final PublishedStateRepository states;
    private final WithdrawalRepository withdrawals;
    private final FrontAssembly assembly;

    FrontResource(
            PublishedFrontRepository fronts,
            PublishedStateRepository states,
            WithdrawalRepository withdrawals,
            FrontAssembly assembly) {
        this.fronts = fronts;
        this.states = states;
        this.withdrawals = withdrawals;
        this.assembly = assembly;
    }

    /** The shape of the collection, for the contract. */
    @Schema(name = "FrontPage", description = "All fronts, without what is on them.")
    record FrontPage(@Schema(required = true) List<FrontSummary> items) {}

    @GET
    @Operation(
            operationId = "listFronts",
            summary = "List fronts",
            description = "All published fronts in one answer, oldest first.")
    @APIResponseSchema(value = FrontPage.class, responseDescription = "The fronts.")
    public Answer list() {
        List<PublishedFront> all = fronts.all();
        List<JsonText> items =
                all.stream().map(front -> JsonText.of(FrontSummary.of(front))).toList();
        return Answer.page(new Page<>(items, null, null), Map.of())
                .shownUntil(Freshness.earliest(all.stream().map(PublishedFront::withdrawAt)))
                .dependsOn(ContentKind.FRONT.cacheGroup());
    }

    @GET
    @Path("{front}")
    @Operation(
            operationId = "getFront",
            summary = "Get a front",
            description =
                    "A whole page in one answer: story lists and callouts in order, each article once, in the first list that has it. A former slug answers 308, a withdrawn front 410. With `at`, the page as it stood then, without what is not public any more.")
    @APIResponseSchema(value = FrontView.class, responseDescription = "The front.")
    public Answer get(
            @PathParam("front") @Parameter(description = "Slug or id.", example = "home-en") String reference,
            @QueryParam("at")
                    @Parameter(
                            description =
                                    "A time in the past such as 2026-02-14T12:00:00Z, or a date, which means its first moment in UTC.")
                    @Nullable
                    String at,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        Instant time = parameters.past("at", at);
        parameters.check();
        boolean bySlug = Slug.isSlug(reference);
        PublishedFrontRepository.Found found =
                (bySlug ? fronts.bySlug(reference) : fronts.byId(Parameters.pathId(reference))).orElse(null);
        if (found == null) {
            return Answer.notFound()
                    .dependsOn(
                            bySlug
                                    ? ContentKind.FRONT.addressCacheGroup(reference)
                                    : ContentKind.FRONT.cacheGroup(UUID.fromString(reference)));
        }
        PublishedFront front = found.front();
        if (front == null) {
            return withdrawals
                    .answer(found.id(), "This front was withdrawn.")
                    .dependsOn(ContentKind.FRONT.cacheGroup(found.id()));
        }
        if (bySlug && !reference.equals(front.slug())) {
            return Answer.moved(QueryString.append(front.href(), uri.getQueryParameters(), Map.of()))
                    .dependsOn(ContentKind.FRONT.cacheGroup(found.id()));
        }
        return (time == null ? assembly.now(front, DatabaseClock.now()) : then(front, time))
                .dependsOn(ContentKind.FRONT.cacheGroup(found.id()));
    }

    private Answer then(PublishedFront front, Instant time) {
        PublishedStateRepository.State state = states.at(front.id(), time);
        return state == null
                ? Answer.notFound()
                : state.as(PublishedFrontContent.class)
                        .map(plan -> assembly.then(front, plan, time))
                        .orElseGet(Answer::notFound);
    }
}
