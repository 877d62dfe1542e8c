package dev.dateline.exchange.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the settings of a WordPress block say beside its HTML: words and addresses, and not how it looks. */
record BlockSettings(List<String> sayings) {

    private static final Pattern TELLING = Pattern.compile(
            "(?i).*(?:title|text|caption|content|label|link|href|url|alt|name|search|description|author|language|value|bindings).*");

    private static final Pattern PRESENTATION = Pattern.compile("(?i).*(?:class|color|size|align|style|slug).*");

    static BlockSettings of(JsonNode settings) {
        List<String> sayings = new ArrayList<>();
        read("", settings, sayings);
        return new BlockSettings(List.copyOf(sayings));
    }

    private static void read(String name, JsonNode value, List<String> sayings) {
        if (value.isValueNode()) {
            String text = value.asText();
            boolean isTelling = TELLING.matcher(name).matches() || !isWord(text);
            boolean isLook = PRESENTATION.matcher(name).matches();
            if (value.isTextual() && !text.isBlank() && (text.contains("//") || (isTelling && !isLook))) {
                sayings.add(name + "=\"" + text + "\"");
            }
            return;
        }
        value.properties().forEach(field -> read(field.getKey(), field.getValue(), sayings));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            read(name, value.get(i), sayings);
        }
    }

    /** A word of the program and no text. */
    private static boolean isWord(String text) {
        return text.matches("[\\x21-\\x7E]*") || text.matches("(?:var|rgba?|hsla?|calc|min|max|clamp)\\([^)]*\\).*");
    }

    void note(String block, HtmlNotes notes) {
        if (!sayings.isEmpty()) {
            notes.add("the settings of the block “" + block + "” have no place beside its text: "
                    + String.join(", ", sayings));
        }
    }
}
