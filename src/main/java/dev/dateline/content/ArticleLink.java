package dev.dateline.content;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way from one published article to another. */
@Schema(description = "A published article, named.")
public record ArticleLink(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000001")
        UUID id,

        @Schema(required = true, examples = "be") String language,

        @Schema(required = true, examples = "u-minsku-adkryli-most")
        String slug,

        @Schema(required = true, examples = "У Мінску адкрылі мост")
        String headline,

        @Schema(
                required = true,
                format = "uri-reference",
                examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000001")
        String href) {

    public static ArticleLink to(UUID id, String language, String slug, String headline) {
        return new ArticleLink(id, language, slug, headline, "/v1/articles/" + id);
    }
}
