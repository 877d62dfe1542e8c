package dev.dateline.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What {@link InlineHtml#sanitised} takes out of a text: for an import, which must say so. */
public final class InlineLosses {

    /** Of blocks, which become lines, what only says how they look is no loss. */
    private static final Set<String> LOOKS = Set.of("class", "align", "dir", "width", "height");

    private InlineLosses() {}

    /** @return what is left out, each in words; empty for a text that stays as it is */
    public static List<String> of(String html) {
        if (InlineHtml.isPlain(html) || html.length() > InlineHtml.MAX_READ) { // a longer one is refused as it is
            return List.of();
        }
        List<String> losses = new ArrayList<>();
        Element body = InlineHtml.parsed(html);
        InlineMarks.unify(body);
        body.children().stream().flatMap(Element::stream).forEach(element -> add(losses, element));
        body.nodeStream().forEach(node -> comment(losses, node));
        return losses.stream().distinct().toList();
    }

    private static void comment(List<String> losses, Node node) {
        if (node instanceof Comment comment && !comment.getData().isBlank()) {
            losses.add("the comment " + comment.getData().strip());
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
        String data = element.dataNodes().stream()
                .map(DataNode::getWholeData)
                .collect(Collectors.joining(" "))
                .strip();
        boolean isKept = element.normalName().matches("xmp|noembed|noframes|plaintext");
        losses.add(loss + (data.isEmpty() || isKept ? "" : " with its text: " + data));
    }

    private static boolean isKept(Element element, Attribute attribute) {
        return InlineHtml.ALLOWED.isSafeAttribute(element.normalName(), element, attribute);
    }

    private static String words(Attribute attribute) {
        return attribute.getKey() + "=\"" + attribute.getValue() + "\"";
    }
}
