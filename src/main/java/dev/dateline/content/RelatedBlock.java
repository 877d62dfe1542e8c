package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pointer to other articles, by id or externalId. Readers see those of them that are public. */
@JsonDeserialize
@JsonTypeName("related")
@Schema(description = "A pointer to other articles, by id or externalId. Readers see those of them that are public.")
public record RelatedBlock(
        @NotEmpty(message = "must not be empty")
        @Size(max = 20, message = "must have at most 20 items")
        @Schema(required = true, examples = "[\"01981f2c-5a00-7000-8000-000000000001\"]")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = 200, message = "must be at most 200 characters long") String>
                articles)
        implements Block {

    @Override
    public @Nullable PublishedBlock published(Function<String, @Nullable ArticleLink> published) {
        List<ArticleLink> links = new ArrayList<>();
        for (String article : articles) {
            ArticleLink link = published.apply(article);
            if (link != null) {
                links.add(link);
            }
        }
        return links.isEmpty() ? null : new RelatedLinksBlock(links);
    }
}
