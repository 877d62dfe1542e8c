package dev.dateline.alert;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading alerts. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Alerts")
public class AlertResource {

    private final PublishedAlertRepository alerts;

    AlertResource(PublishedAlertRepository alerts) {
        this.alerts = alerts;
    }

    /** The shape of the answer, for the contract. */
    @Schema(name = "AlertPage", description = "All alerts that stand now, newest first.")
    record AlertPage(@Schema(required = true) List<AlertView> items) {}

    @GET
    @Operation(operationId = "listAlerts", summary = "List alerts", description = """
                    The breaking-news alerts that have neither expired nor been called back, newest first, all in one answer. To send them to \
                    phones, follow `listChanges` or its stream with `kind=alert`, or make a webhook: each alert comes once, as \
                    `published` with its content, as `updated` when it is published in other words, and as `withdrawn` when it is called back or \
                    has expired.""")
    @APIResponseSchema(value = AlertPage.class, responseDescription = "The alerts that stand.")
    public Answer list(
            @QueryParam("audience")
                    @Parameter(
                            description =
                                    "Only alerts for this audience, or any of several (`minsk,sport`), and those for everybody.",
                            example = "minsk")
                    @Nullable
                    String audience,
            @QueryParam("language")
                    @Parameter(
                            description =
                                    "Only alerts in this language (BCP 47), or any of several (`be,ru`), and those for every language. `auto` as for articles.",
                            example = "be")
                    @Nullable
                    String language) {
        Parameters parameters = new Parameters();
        Set<String> audiences = parameters.severalOrNone(
                "audience", audience, "names such as minsk, with commas between them", AlertResource::name);
        Set<String> languages = parameters.severalOrNone("language", language, Languages.SEVERAL, Languages::canonical);
        parameters.check();
        List<PublishedAlert> standing = alerts.standing(audiences, languages, DatabaseClock.now());
        List<JsonText> items =
                standing.stream().map(alert -> JsonText.of(alert.view())).toList();
        return Answer.page(new Page<>(items, null, null), Map.of())
                .dependsOn(ContentKind.ALERT.cacheGroup())
                .shownUntil(Freshness.earliest(standing.stream().map(PublishedAlert::expiresAt)));
    }

    private static String name(String text) {
        if (!Slug.isSlug(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
