package dev.dateline.content;

import java.util.Map;
import org.jsoup.nodes.Element;

/** Elements of a text that mean what another one means, and are kept as that. */
public final class InlineMarks {

    private static final Map<String, String> SAME = Map.of(
            "kbd", "code", "samp", "code", "tt", "code", "var", "em", "dfn", "em", "del", "s", "strike", "s", "ins",
            "u", "acronym", "abbr");

    private InlineMarks() {}

    /** What it is kept as: itself, for most. */
    public static String of(String name) {
        return SAME.getOrDefault(name, name);
    }

    static void unify(Element body) {
        body.stream()
                .filter(element -> SAME.containsKey(element.normalName()))
                .forEach(element -> element.tagName(of(element.normalName())));
    }
}
