package dev.dateline.exchange;

import dev.dateline.content.PlainText;

/** Why an item of WordPress that is no article stays behind, and what it says. */
final class WordPressSkipped {

    private static final int MAX_CONTENT = 20_000;

    private WordPressSkipped() {}

    static String reason(WordPressElement item) {
        String type = item.text("post_type");
        return switch (type) {
            case "attachment" ->
                "an attachment is imported as an image of the articles that show it: "
                        + item.text("attachment_url").strip() + description(item);
            case "nav_menu_item" -> "menus belong to the front end" + content(item);
            case "wp_block" -> "a shared block stands in each article that shows it" + content(item);
            default -> "there is no place for this type of item: " + type + content(item);
        };
    }

    private static String description(WordPressElement attachment) {
        String description = WordPressText.plain(attachment.text("content:encoded"));
        return description.isEmpty() ? "" : "; its description has no place here: " + description;
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
