package dev.dateline.exchange.html;

import dev.dateline.content.PlainText;
import dev.dateline.json.CanonicalText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a document lost on its way into blocks: each loss once, with what it was. */
final class HtmlNotes {

    /** An address that is longer holds the thing itself. */
    private static final int MAX_ADDRESS = 100_000;

    private static final Pattern HIDDEN =
            Pattern.compile("(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)", Pattern.CASE_INSENSITIVE);

    private final Set<String> notes = new LinkedHashSet<>();
    private final LostAttributes attributes = new LostAttributes();

    void add(String note) {
        notes.add(note);
    }

    /** An address that is nowhere in the article. */
    void address(String what, String address) {
        add(what + " was left out: " + PlainText.cut(address, MAX_ADDRESS));
    }

    /** Words that are nowhere in the article. */
    void text(String what, String text) {
        add(
                CanonicalText.isVisible(text)
                        ? what + " was left out, with its text: " + text.strip()
                        : what + " was left out");
    }

    /** What is shown of elements that became plain text only when they are pointed at. */
    void titles(Element parent) {
        parent.select("[title]").forEach(element -> text("a title", element.attr("title")));
    }

    /** An element without a meaning here, whose words are kept. */
    void element(String name) {
        add("<" + name + "> has no place here; its text was kept");
    }

    /** The attributes of an element that are read nowhere. */
    void attributes(Element element) {
        attributes.read(element);
    }

    /** Words that are kept, and were not shown. */
    void hidden(Element element) {
        if (isHidden(element) && CanonicalText.isVisible(element.text())) {
            add("what was hidden there is shown here: " + element.text());
        }
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find();
    }

    List<String> all() {
        Set<String> all = new LinkedHashSet<>(notes);
        attributes.note().ifPresent(all::add);
        return List.copyOf(all);
    }

    /** A caption is plain text: what its markup said is noted. */
    void captionMarkup(String html) {
        if (html.indexOf('<') < 0) {
            return;
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        titles(body);
        body.select("a[href]").forEach(link -> address("a link in a caption", link.attr("href")));
        List<String> names = body.select("*").stream()
                .map(Element::normalName)
                .filter(name -> !name.matches("body|a|br"))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            add("markup in a caption became plain text: " + String.join(", ", names));
        }
    }
}
