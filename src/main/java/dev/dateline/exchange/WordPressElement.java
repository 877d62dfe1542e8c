package dev.dateline.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element with its attributes, its own text and its children. */
record WordPressElement(String name, Map<String, String> attributes, String text, List<WordPressElement> children) {

    /** The text of the first child with that name, or an empty text. */
    String text(String child) {
        return children.stream()
                .filter(element -> element.name.equals(child))
                .map(WordPressElement::text)
                .findFirst()
                .orElse("");
    }

    List<WordPressElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The names of its children that are none of these. */
    List<String> namesBeside(Set<String> known) {
        return children.stream()
                .map(WordPressElement::name)
                .filter(name -> !known.contains(name))
                .distinct()
                .toList();
    }

    /** WordPress keeps further fields in pairs of key and value. */
    List<String> meta(String key) {
        return all("postmeta").stream()
                .filter(meta -> meta.text("meta_key").equals(key))
                .map(meta -> meta.text("meta_value"))
                .toList();
    }

    /** Whether a character stood anywhere in it that XML does not allow. */
    boolean hadForbidden() {
        return XmlText.hadForbidden(text) || children.stream().anyMatch(WordPressElement::hadForbidden);
    }

    boolean contains(char c) {
        return text.indexOf(c) >= 0 || children.stream().anyMatch(child -> child.contains(c));
    }

    WordPressElement restored() {
        return new WordPressElement(
                name,
                attributes,
                XmlText.restored(text),
                children.stream().map(WordPressElement::restored).toList());
    }
}
