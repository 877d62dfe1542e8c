package dev.dateline.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What {@link InlineHtml#sanitised} takes out of a text: for an import, which must say so. */
public final class InlineLosses {

    private static final int LONGEST_VALUE = 200;

    private InlineLosses() {}

    /** @return what is left out, each in words; empty for a text that stays as it is */
    public static List<String> of(String html) {
        if (InlineHtml.isPlain(html) || html.length() > InlineHtml.MAX_READ) { // a longer one is refused as it is
            return List.of();
        }
        List<String> losses = new ArrayList<>();
        InlineHtml.parsed(html).children().stream().flatMap(Element::stream).forEach(element -> add(losses, element));
        return losses.stream().distinct().toList();
    }

    private static void add(List<String> losses, Element element) {
        if (LineBreaks.isBlock(element)) {
            return; // a line break stands for it
        }
        String name = "<" + element.normalName() + ">";
        if (InlineHtml.ALLOWED.isSafeTag(element.normalName())) {
            element.attributes().asList().stream()
                    .filter(attribute -> !InlineHtml.ALLOWED.isSafeAttribute(element.normalName(), element, attribute))
                    .forEach(attribute -> losses.add(words(attribute) + " of " + name));
            return;
        }
        String addresses = Stream.of("src", "href", "srcset", "data", "data-src", "poster", "alt")
                .filter(element::hasAttr)
                .map(key -> " " + words(new Attribute(key, element.attr(key))))
                .reduce("", String::concat);
        losses.add(element.data().isEmpty() ? name + addresses : name + addresses + " with what stands in it");
    }

    private static String words(Attribute attribute) {
        return attribute.getKey() + "=\"" + PlainText.cut(attribute.getValue(), LONGEST_VALUE) + "\"";
    }
}
