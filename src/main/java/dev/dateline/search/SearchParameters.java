package dev.dateline.search;

import dev.dateline.article.ArticleFilterParameters;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
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
                    "What to look for: words in any form, `\"a phrase\"`, `-without`, `this OR that`, `begin*`. Articles need not have all words; those that have more of them, and rarer ones, come first.",
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

    /** What is looked for; the fault is noted when nothing is. */
    String text(Parameters parameters) {
        if (q == null) {
            parameters.refuse("q", "is required: what to look for");
        }
        String text = parameters.text("q", q, LONGEST);
        return text == null ? "" : text;
    }

    SearchOrder order(Parameters parameters) {
        return parameters.choice("order", order, SearchOrder.class, SearchOrder.RELEVANCE);
    }
}
