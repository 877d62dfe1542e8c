package dev.dateline.exchange;

import dev.dateline.content.PlainText;
import dev.dateline.content.UnfinishedTags;
import dev.dateline.exchange.html.CharacterReferences;
import dev.dateline.json.CanonicalText;
import dev.dateline.problem.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** Short texts of WordPress: HTML there, plain here. */
final class WordPressText {

    private WordPressText() {}

    static String plain(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? html.strip()
                : parsed(html).text().strip();
    }

    private static Element parsed(String html) {
        return Jsoup.parseBodyFragment(UnfinishedTags.mended(CharacterReferences.allowed(html)))
                .body();
    }

    /** The same within a limit, or null for nothing; what it loses is noted. */
    static @Nullable String plain(String html, int limit, String pointer, List<Fault> notes) {
        String text = plain(html);
        if (!CanonicalText.isVisible(text)) {
            return null;
        }
        Element body = parsed(html);
        body.select("*").stream()
                .filter(element -> !Tag.isKnownTag(element.normalName()))
                .forEach(element ->
                        notes.add(Fault.at(pointer, "is no element and was left out: <" + element.tagName() + ">")));
        for (String name : List.of("href", "src", "alt", "title")) {
            body.select("[" + name + "]")
                    .forEach(element -> notes.add(Fault.at(
                            pointer,
                            "an attribute has no place in plain text: " + name + "=\"" + element.attr(name) + "\"")));
        }
        String unshown = body.nodeStream()
                .map(node -> node instanceof DataNode data
                        ? data.getWholeData()
                        : node instanceof Comment comment ? comment.getData() : "")
                .collect(Collectors.joining());
        if (!unshown.isBlank()) {
            notes.add(Fault.at(pointer, "what is not shown has no place in plain text: " + unshown.strip()));
        }
        if (text.length() > limit) {
            notes.add(Fault.at(pointer, "was longer than " + limit + " characters and has been cut; it was: " + text));
        }
        return PlainText.cut(text, limit);
    }
}
