package dev.dateline.article;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of the article collection, for the contract; the answer itself is put together from stored JSON. */
@Schema(name = "ArticlePage", description = "A page of articles.")
record ArticlePage(
        @Schema(required = true) List<ArticleItem> items,

        @Nullable
        @Schema(
                format = "uri-reference",
                description = "The next page; absent on the last one.",
                examples = "/v1/articles?cursor=AAAA")
        String next,

        @Nullable @Schema(format = "uri-reference", description = "The page before; absent on the first one.")
        String previous,

        @Nullable MatchCount count,

        @Nullable @Schema(description = "Of the ids that were asked for, those with no published article.")
        List<UUID> missing,

        @Nullable
        @Schema(
                description =
                        "Of the words in `tag`, `section` and `contributor`, those that lead to no public tag, or none of that type. Absent when all do.",
                examples = "[\"minks\"]")
        List<String> unknown) {}
