package dev.dateline.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What {@link InlineHtml#sanitised} takes out of a text: for an import, which must say so. */
public final class InlineLosses {

    private static final int LONGEST_VALUE = InlineHtml.MAX_READ;

    /** Of blocks, which become lines, what only says how they look is no loss. */
    private static final Set<String> LOOKS = Set.of("class", "align", "dir", "width", "height");

    private InlineLosses() {}

    /** @return what is left out, each in words; empty for a text that stays as it is */
    public static List<String> of(String html) {
        if (InlineHtml.isPlain(html) || html.length() > InlineHtml.MAX_READ) { // a longer one is refused as it is
            return List.of();
        }
        List<String> losses = new ArrayList<>();
        InlineHtml.parsed(html).children().stream().flatMap(Element::stream).forEach(element -> add(losses, element));
        InlineHtml.parsed(html).nodeStream().forEach(node -> comment(losses, node));
        return losses.stream().distinct().toList();
    }

    private static void comment(List<String> losses, Node node) {
        if (node instanceof Comment comment && !comment.getData().isBlank()) {
            losses.add("the comment " + PlainText.cut(comment.getData().strip(), LONGEST_VALUE));
        }
    }

    private static void add(List<String> losses, Element element) {
        String name = "<" + element.normalName() + ">";
        boolean isBlock = LineBreaks.isBlock(element);
        if (isBlock || InlineHtml.ALLOWED.isSafeTag(element.normalName())) {
            element.attributes().asList().stream()
                    .filter(attribute ->
                            !isKept(element, attribute) && !(isBlock && LOOKS.contains(attribute.getKey())))
                    .forEach(attribute -> losses.add(words(attribute) + " of " + name));
            return; // a line break stands for a block
        }
        StringBuilder loss = new StringBuilder(name);
        element.attributes().forEach(attribute -> loss.append(' ').append(words(attribute)));
        element.dataNodes().stream()
                .map(data -> data.getWholeData().strip())
                .filter(data -> !data.isEmpty())
                .forEach(data -> loss.append(" with its text: ").append(PlainText.cut(data, LONGEST_VALUE)));
        losses.add(loss.toString());
    }

    private static boolean isKept(Element element, Attribute attribute) {
        return InlineHtml.ALLOWED.isSafeAttribute(element.normalName(), element, attribute);
    }

    private static String words(Attribute attribute) {
        return attribute.getKey() + "=\"" + PlainText.cut(attribute.getValue(), LONGEST_VALUE) + "\"";
    }
}
