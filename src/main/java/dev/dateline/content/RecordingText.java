package dev.dateline.content;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a video or a sound in every format: what plays it, where it plays here, and what it says for those who read.
 *
 * @param element of HTML that plays a file
 * @param attributes of that element, as HTML
 * @param inside of that element, as HTML
 */
record RecordingText(
        String element,
        String attributes,
        String inside,
        String url,
        @Nullable String mediaType,
        @Nullable String title,
        @Nullable String legend,
        @Nullable String transcript) {

    private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");

    private String label() {
        return title == null ? url : title;
    }

    void html(StringBuilder out) {
        out.append("<figure>");
        if (mediaType == null) {
            link(out);
        } else {
            if (title != null) {
                out.append("<p>");
                link(out);
                out.append("</p>");
            }
            out.append('<').append(element).append(" controls preload=\"none\" src=\"");
            out.append(InlineHtml.escaped(url)).append('"').append(attributes).append('>');
            out.append(inside).append("</").append(element).append('>');
        }
        if (transcript != null) {
            out.append("<blockquote>");
            paragraphs(transcript)
                    .forEach(words -> out.append("<p>")
                            .append(InlineHtml.escaped(words).replace("\n", "<br>"))
                            .append("</p>"));
            out.append("</blockquote>");
        }
        if (legend != null) {
            out.append("<figcaption>").append(InlineHtml.escaped(legend)).append("</figcaption>");
        }
        out.append("</figure>");
    }

    /** Parted by empty lines; other ends of lines are kept. */
    private static Stream<String> paragraphs(String text) {
        return PARAGRAPHS.splitAsStream(text.strip()).map(words -> words.replaceAll("\\R", "\n"));
    }

    private void link(StringBuilder out) {
        out.append("<a href=\"").append(InlineHtml.escaped(url)).append("\">");
        out.append(InlineHtml.escaped(label())).append("</a>");
    }

    void markdown(StringBuilder out) {
        out.append(InlineMarkdown.link(label(), url));
        if (transcript != null) {
            out.append("\n\n> ")
                    .append(paragraphs(transcript)
                            .map(words -> InlineMarkdown.of(
                                    InlineHtml.escapedText(words).replace("\n", "<br>")))
                            .collect(Collectors.joining("\n\n"))
                            .replace("\n", "\n> "));
        }
        if (legend != null) {
            out.append("\n\n").append(InlineMarkdown.of(legend, Set.of(InlineRun.Mark.EMPHASIS)));
        }
    }

    void text(StringBuilder out) {
        out.append(label());
        if (transcript != null) {
            out.append('\n').append(transcript);
        }
        if (legend != null) {
            out.append('\n').append(legend);
        }
    }
}
