package dev.dateline.callout;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading callouts. */
@Path("/v1/callouts")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Callouts")
public class CalloutResource {

    private final PublishedCalloutRepository callouts;

    CalloutResource(PublishedCalloutRepository callouts) {
        this.callouts = callouts;
    }

    /** The shape of the answer, for the contract. */
    @Schema(name = "CalloutPage", description = "All callouts that are to be shown now.")
    record CalloutPage(@Schema(required = true) List<CalloutView> items) {}

    @GET
    @Operation(
            operationId = "listCallouts",
            summary = "List callouts",
            description = "The published callouts whose time window is open, all in one answer.")
    @APIResponseSchema(value = CalloutPage.class, responseDescription = "The callouts to show now.")
    public Answer list(
            @QueryParam("placement")
                    @Parameter(description = "Only callouts for this place.", example = "top")
                    @Nullable
                    String placement,
            @QueryParam("language")
                    @Parameter(
                            description =
                                    "Only callouts in this language (BCP 47), or any of several (`be,ru`), and those for every language. `auto` as for articles.",
                            example = "be")
                    @Nullable
                    String language) {
        Parameters parameters = new Parameters();
        String place = parameters.read("placement", placement, "a name such as article-end", text -> {
            if (!Slug.isSlug(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
        Set<String> wanted = parameters.severalOrNone("language", language, Languages.SEVERAL, Languages::canonical);
        parameters.check();
        Instant now = DatabaseClock.now();
        CalloutWindows windows = callouts.windows(place == null ? Set.of() : Set.of(place), wanted, now);
        return Answer.page(new Page<>(windows.open(place, now), null, null), Map.of())
                .dependsOn(ContentKind.CALLOUT.cacheGroup())
                .until(windows.nextSwitch(now))
                .shownUntil(windows.firstWithdrawal());
    }
}
