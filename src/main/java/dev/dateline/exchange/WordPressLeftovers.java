package dev.dateline.exchange;

import dev.dateline.content.PlainText;
import dev.dateline.problem.Fault;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what an item holds that has no place in an article. */
final class WordPressLeftovers {

    private static final int MAX_VALUE = 100_000;

    private static final Set<String> READ = Set.of(
            "title",
            "link",
            "pubDate",
            "dc:creator",
            "guid",
            "description",
            "content:encoded",
            "excerpt:encoded",
            "post_id",
            "post_date",
            "post_date_gmt",
            "post_modified",
            "post_modified_gmt",
            "comment_status",
            "ping_status",
            "post_name",
            "status",
            "post_parent",
            "menu_order",
            "post_type",
            "post_password",
            "is_sticky",
            "category",
            "postmeta",
            "comment",
            "attachment_url");

    /** Fields that are read elsewhere, and WordPress's own bookkeeping, which says nothing of the item. */
    private static final Pattern KNOWN_FIELDS =
            Pattern.compile("_edit_lock|_edit_last|_thumbnail_id|_wp_old_slug|_wp_old_date"
                    + "|_pingme|_encloseme|footnotes|_oembed_.*|_wp_attached_file|_wp_attachment_metadata|_wp_attachment_image_alt"
                    + "|_wp_trash_.*|_wp_desired_post_slug|_wpml_import_.*");

    private WordPressLeftovers() {}

    static void note(WordPressElement item, List<Fault> notes) {
        if (item.hadForbidden()) {
            notes.add(Fault.at("", "control characters, which XML does not allow, were left out"));
        }
        if (item.contains('\uFFFD')) {
            notes.add(Fault.at("", "some bytes are no text in the file's encoding; a \uFFFD stands for them"));
        }
        String description = item.text("description").strip();
        if (!description.isEmpty()) {
            notes.add(Fault.at("", "its description has no place here: " + PlainText.cut(description, MAX_VALUE)));
        }
        if (item.text("is_sticky").equals("1")) {
            notes.add(Fault.at("", "is sticky there; put it on a story list"));
        }
        if (!item.text("post_parent").isEmpty() && !item.text("post_parent").equals("0")) {
            notes.add(
                    Fault.at("", "stands below number " + item.text("post_parent") + " there, and below nothing here"));
        }
        if (!item.text("menu_order").isEmpty() && !item.text("menu_order").equals("0")) {
            notes.add(Fault.at("", "its place in the order of pages was left out: " + item.text("menu_order")));
        }
        for (String name : List.of("title", "content:encoded", "excerpt:encoded")) {
            item.all(name).stream()
                    .skip(1)
                    .forEach(other -> notes.add(Fault.at(
                            "", "has more than one <" + name + ">; of the others is left out: " + shown(other))));
        }
        comments(item, notes);
        fields(item, notes);
        elements(item, notes);
    }

    /** What readers saw of them; addresses of people and what nobody approved are nobody's business here. */
    private static void comments(WordPressElement item, List<Fault> notes) {
        int hidden = 0;
        for (WordPressElement comment : item.all("comment")) {
            if (comment.text("comment_approved").equals("1")) {
                notes.add(Fault.at(
                        "",
                        "a comment has no place here: " + comment.text("comment_author") + ", "
                                + comment.text("comment_date") + ": "
                                + PlainText.cut(comment.text("comment_content"), MAX_VALUE)));
            } else {
                hidden++;
            }
        }
        if (hidden > 0) {
            notes.add(Fault.at("", "comments that were not approved were left out: " + hidden));
        }
    }

    private static void fields(WordPressElement item, List<Fault> notes) {
        for (WordPressElement meta : item.all("postmeta")) {
            String key = meta.text("meta_key");
            if (!KNOWN_FIELDS.matcher(key).matches()) {
                notes.add(Fault.at(
                        "",
                        "a custom field has no place here: " + key + " = "
                                + PlainText.cut(meta.text("meta_value"), MAX_VALUE)));
            }
        }
    }

    private static void elements(WordPressElement item, List<Fault> notes) {
        for (String name : item.namesBeside(READ)) {
            for (WordPressElement element : item.all(name)) {
                notes.add(Fault.at("", "<" + name + "> has no place here: " + shown(element)));
            }
        }
    }

    static String shown(WordPressElement element) {
        StringBuilder shown = new StringBuilder();
        element.attributes()
                .forEach((name, value) ->
                        shown.append(name).append("=\"").append(value).append("\" "));
        shown.append(element.text().strip());
        element.children()
                .forEach(child ->
                        shown.append(' ').append(child.name()).append(": ").append(shown(child)));
        return PlainText.cut(shown.toString().strip(), MAX_VALUE);
    }
}
