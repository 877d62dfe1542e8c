package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pointer to other published articles. */
@JsonDeserialize
@JsonTypeName("related")
@Schema(description = "A pointer to other published articles.")
public record RelatedLinksBlock(@Schema(required = true) List<ArticleLink> articles) implements PublishedBlock {

    @Override
    public void html(StringBuilder out) {
        out.append("<aside><ul>");
        ListItems.html(out, headlines(InlineHtml::escaped));
        out.append("</ul></aside>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        List<String> lines = headlines(headline -> InlineMarkdown.of(headline, Set.of()));
        ListItems.lines(out, lines, index -> otherMarker ? "* " : "- ");
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
        ListItems.lines(out, headlines(UnaryOperator.identity()), index -> "• ");
    }

    private List<String> headlines(UnaryOperator<String> written) {
        return articles.stream().map(ArticleLink::headline).map(written).toList();
    }
}
