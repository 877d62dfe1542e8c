package dev.dateline.content;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A pointer to other published articles. */
@JsonDeserialize
@Schema(
        description = "A pointer to other published articles.",
        requiredProperties = "type",
        properties = @SchemaProperty(name = "type", enumeration = "related"))
public record RelatedLinksBlock(@Schema(required = true) List<ArticleLink> articles) implements PublishedBlock {

    @Override
    public String type() {
        return "related";
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<aside><ul>");
        articles.forEach(article -> out.append("<li>")
                .append(InlineHtml.escaped(article.headline()))
                .append("</li>"));
        out.append("</ul></aside>");
    }

    @Override
    public void markdown(StringBuilder out) {
        for (int i = 0; i < articles.size(); i++) {
            out.append(i == 0 ? "- " : "\n- ")
                    .append(InlineHtml.escapedMarkdown(articles.get(i).headline()));
        }
    }

    @Override
    public void text(StringBuilder out) {
        for (int i = 0; i < articles.size(); i++) {
            out.append(i == 0 ? "• " : "\n• ").append(articles.get(i).headline());
        }
    }
}
