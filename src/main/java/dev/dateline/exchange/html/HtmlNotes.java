package dev.dateline.exchange.html;

import dev.dateline.content.PlainText;
import dev.dateline.json.CanonicalText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What a document lost on its way into blocks: each loss once, with what it was. */
final class HtmlNotes {

    private static final int MAX_TEXT = 4000;

    private final Set<String> notes = new LinkedHashSet<>();
    private final LostAttributes attributes = new LostAttributes();

    void add(String note) {
        notes.add(note);
    }

    /** An address that is nowhere in the article. */
    void address(String what, String address) {
        add(what + " was left out: " + PlainText.cut(address, MAX_TEXT));
    }

    /** Words that are nowhere in the article. */
    void text(String what, String text) {
        add(
                CanonicalText.isVisible(text)
                        ? what + " was left out, with its text: " + PlainText.cut(text.strip(), MAX_TEXT)
                        : what + " was left out");
    }

    /** An element without a meaning here, whose words are kept. */
    void element(String name) {
        add("<" + name + "> has no place here; its text was kept");
    }

    /** The attributes of an element that are read nowhere. */
    void attributes(Element element) {
        attributes.read(element);
    }

    List<String> all() {
        Set<String> all = new LinkedHashSet<>(notes);
        attributes.note().ifPresent(all::add);
        return List.copyOf(all);
    }
}
