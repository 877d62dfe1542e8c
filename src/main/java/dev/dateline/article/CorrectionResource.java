package dev.dateline.article;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading corrections across articles: where a newsroom owns up. */
@Path("/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Articles")
public class CorrectionResource {

    private final CorrectionRepository corrections;

    CorrectionResource(CorrectionRepository corrections) {
        this.corrections = corrections;
    }

    /** The shape of the collection, for the contract. */
    @Schema(name = "CorrectionPage", description = "A page of corrections, newest first.")
    record CorrectionPage(
            @Schema(required = true) List<CorrectionView> items,
            @Nullable @Schema(format = "uri-reference") String next,
            @Nullable @Schema(format = "uri-reference") String previous) {}

    @GET
    @Operation(
            operationId = "listCorrections",
            summary = "List corrections",
            description = "The corrections of all public articles, newest first. Follow `next`.")
    @APIResponseSchema(value = CorrectionPage.class, responseDescription = "A page of corrections.")
    public Answer list(
            @QueryParam("language")
                    @Parameter(
                            description =
                                    "Only of articles in this language (BCP 47), or any of several: `be,ru`. `auto` as for articles.",
                            example = "en")
                    @Nullable
                    String language,
            @BeanParam PageRequest request) {
        Parameters parameters = new Parameters();
        Set<String> wanted =
                new TreeSet<>(parameters.severalOrNone("language", language, Languages.SEVERAL, Languages::canonical));
        Page<CorrectionRepository.Row> page = request.page(
                parameters,
                "corrections " + wanted,
                (cursor, count) -> corrections.page(wanted, cursor, count),
                row -> Cursor.at(row.view().at(), row.view().id()));
        return Answer.page(page.map(row -> JsonText.of(row.view())), Map.of())
                .shownUntil(Freshness.earliest(page.items().stream().map(CorrectionRepository.Row::withdrawAt)))
                .dependsOn(ArticleCacheGroups.CORRECTIONS);
    }
}
