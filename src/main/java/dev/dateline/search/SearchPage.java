package dev.dateline.search;

import dev.dateline.article.ArticleCard;
import dev.dateline.article.MatchCount;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of an answer, for the contract: what is stored is JSON already. */
@Schema(name = "SearchPage", description = "A page of what was found.")
record SearchPage(
        @Schema(required = true) List<ArticleCard> items,

        @Schema(required = true) MatchCount count,

        @Nullable
        @Schema(
                description =
                        "Words of `tag`, `section` and `contributor` that no article has. Absent when there are none.")
        List<String> unknown,

        @Nullable @Schema(description = "Present when no article has one of the words, and another is near.")
        SearchedSpelling spelling,

        @Nullable @Schema(description = "The most frequent values by the name of the facet, when they are asked for.")
        Map<String, List<FacetCount>> facets,

        @Nullable @Schema(description = "By the id of the article, when they are asked for.")
        Map<String, FoundWords> highlights,

        @Nullable @Schema(description = "True when there was no time to look at everything.", examples = "true")
        Boolean incomplete,

        @Nullable @Schema(format = "uri-reference") String next,
        @Nullable @Schema(format = "uri-reference") String previous) {}
