package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pointer to other published articles. */
@JsonDeserialize
@JsonTypeName("related")
@Schema(description = "A pointer to other published articles.")
public record RelatedLinksBlock(@Schema(required = true) List<ArticleLink> articles) implements PublishedBlock {

    @Override
    public void html(StringBuilder out) {
        out.append("<aside><ul>");
        articles.forEach(article -> out.append("<li>")
                .append(InlineHtml.escaped(article.headline()))
                .append("</li>"));
        out.append("</ul></aside>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        String marker = otherMarker ? "* " : "- ";
        for (int i = 0; i < articles.size(); i++) {
            out.append(i == 0 ? "" : "\n").append(marker);
            out.append(InlineMarkdown.of(articles.get(i).headline(), Set.of()));
        }
    }

    @Override
    public boolean beginsWithList() {
        return true;
    }

    @Override
    public boolean endsInList() {
        return true;
    }

    @Override
    public void text(StringBuilder out) {
        for (int i = 0; i < articles.size(); i++) {
            out.append(i == 0 ? "• " : "\n• ").append(articles.get(i).headline());
        }
    }
}
