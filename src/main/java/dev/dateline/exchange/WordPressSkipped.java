package dev.dateline.exchange;

import dev.dateline.content.PlainText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why an item of WordPress that is no article stays behind, and what it says. */
final class WordPressSkipped {

    private static final int MAX_CONTENT = 200_000;
    private static final Pattern CREDITS = Pattern.compile("\"(credit|copyright|caption)\";s:[0-9]+:\"([^\"]+)\"");

    private WordPressSkipped() {}

    static String reason(WordPressElement item) {
        String type = item.text("post_type");
        return switch (type) {
            case "attachment" ->
                "an attachment is imported as an image of the articles that show it: "
                        + item.text("attachment_url").strip() + content(item) + credits(item);
            case "nav_menu_item" -> "menus belong to the front end" + content(item);
            case "wp_block" -> "a shared block stands in each article that shows it" + content(item);
            default -> "there is no place for this type of item: " + type + content(item);
        };
    }

    /** What the file says of itself, among what WordPress found out about it. */
    private static String credits(WordPressElement attachment) {
        return attachment.meta("_wp_attachment_metadata").stream()
                .flatMap(metadata -> CREDITS.matcher(metadata).results())
                .map(found -> "; its " + found.group(1) + " is: " + found.group(2))
                .distinct()
                .collect(Collectors.joining());
    }

    private static String content(WordPressElement item) {
        StringBuilder content = new StringBuilder();
        for (String name : new String[] {"title", "content:encoded", "excerpt:encoded"}) {
            String text = item.text(name).strip();
            content.append(text.isEmpty() ? "" : "; its " + name.replaceAll(":.*", "") + " is: " + text);
        }
        return PlainText.cut(content.toString(), MAX_CONTENT);
    }
}
