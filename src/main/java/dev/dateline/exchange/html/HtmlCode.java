package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.CodeBlock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Preformatted text that is nothing but text. Poems are set so too: they stay paragraphs, with their lines. */
final class HtmlCode {

    private static final int MAX_LENGTH = 50_000;
    private static final Set<String> PLAIN = Set.of("pre", "code", "br", "span", "samp", "kbd");
    private static final Pattern SYNTAX = Pattern.compile("\\b(?:lang|language)-([A-Za-z0-9+#_.-]{1,30})(?:\\s|$)");

    private HtmlCode() {}

    static Optional<Block> code(Element element, HtmlNotes notes) {
        String text = element.wholeText().stripTrailing();
        boolean isCode = element.selectFirst("code, samp, kbd") != null
                || element.hasClass("wp-block-code")
                || element.hasClass("wp-block-preformatted");
        boolean isPlain = element.select("*").stream().map(Element::normalName).allMatch(PLAIN::contains);
        if (!isCode || !isPlain || text.isBlank() || text.length() > MAX_LENGTH) {
            notes.add("preformatted text became a paragraph");
            return Optional.empty();
        }
        String syntax = null;
        for (Element part : element.select("*")) {
            Matcher named = SYNTAX.matcher(part.className());
            if (named.find()) {
                syntax = named.group(1);
            }
        }
        element.children().select("*").forEach(notes::attributes);
        return Optional.of(new CodeBlock(text, syntax));
    }
}
