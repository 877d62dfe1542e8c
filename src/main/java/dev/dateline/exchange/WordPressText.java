package dev.dateline.exchange;

import dev.dateline.content.PlainText;
import dev.dateline.exchange.html.CharacterReferences;
import dev.dateline.json.CanonicalText;
import dev.dateline.problem.Fault;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Short texts of WordPress: HTML there, plain here. */
final class WordPressText {

    private WordPressText() {}

    static String plain(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? html.strip()
                : Jsoup.parseBodyFragment(CharacterReferences.allowed(html))
                        .body()
                        .text()
                        .strip();
    }

    /** The same within a limit, or null for nothing; what it loses is noted. */
    static @Nullable String plain(String html, int limit, String pointer, List<Fault> notes) {
        String text = plain(html);
        if (!CanonicalText.isVisible(text)) {
            return null;
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("[href], [src]")
                .forEach(element -> notes.add(Fault.at(
                        pointer,
                        "an address has no place in plain text: " + element.attr("href") + element.attr("src"))));
        if (text.length() > limit) {
            notes.add(Fault.at(pointer, "was longer than " + limit + " characters and has been cut; it was: " + text));
        }
        return PlainText.cut(text, limit);
    }
}
