package dev.dateline.search;

import dev.dateline.article.ArticleFilterParameters;
import dev.dateline.http.Parameters;
import dev.dateline.time.DatabaseClock;
import jakarta.ws.rs.QueryParam;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of search: words, and the filters of articles. */
public final class SearchParameters extends ArticleFilterParameters {

    private static final int LONGEST = 1_000;

    @QueryParam("q")
    @Parameter(
            required = true,
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST),
            description =
                    "What to look for: words in any form, `\"a phrase\"`, `-without`, `this OR that`, `begin*` (two letters or more). Articles need not have all words; those that have more of them, and rarer ones, come first.",
            example = "мост")
    @Nullable
    public String q;

    @QueryParam("order")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "SearchOrder",
                            enumeration = {"relevance", "newest"},
                            defaultValue = "relevance"),
            description = "The best first, or the newest of those that have nearly all words.")
    @Nullable
    public String order;

    @QueryParam("highlight")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            description =
                    "Adds `highlights`: pieces of `headline`, `lead` and `body` of each article as HTML, with the words in `<mark>` and no other element. What is found by its beginning or by the sound of a name is not marked.")
    @Nullable
    public String highlight;

    @QueryParam("facets")
    @Parameter(
            description =
                    "Counts all that was found by `tag`, `section`, `contributor`, `language`, `kind`, `month`: one, or several as `tag,month`. Twenty values of each at most.",
            example = "tag,month")
    @Nullable
    public String facets;

    /** Reads everything; faults are noted. */
    SearchRequest read(Parameters parameters) {
        if (q == null) {
            parameters.refuse("q", "is required: what to look for");
        }
        String text = parameters.text("q", q, LONGEST);
        Set<SearchFacet> counted = parameters.choices("facets", facets, SearchFacet.class);
        return new SearchRequest(
                text == null ? "" : text,
                filter(parameters),
                parameters.choice("order", order, SearchOrder.class, SearchOrder.RELEVANCE),
                Boolean.TRUE.equals(parameters.truth("highlight", highlight)),
                counted == null ? Set.of() : counted,
                DatabaseClock.now().truncatedTo(ChronoUnit.DAYS)); // so that pages of one day fit together
    }
}
