import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Writes an archive to be moved in, the same at every run: {@code plain} NDJSON with articles of about 2 KB, or {@code wordpress}, an export
 * with posts of about 20 KB of HTML. Its words are those of a text file, so that they are as many and as varied as in real life.
 *
 * <p>{@code java src/bench/Archive.java plain 100000 words.txt > archive.ndjson}
 */
final class Archive {

    private static final Instant LAST = Instant.parse("2026-11-01T00:00:00Z");
    private static final String[] SECTIONS = {"news", "society", "politics", "economy", "culture", "war", "sport", "opinion"};

    private final Random random = new Random(20261130);
    private final List<String> words;
    private final PrintStream out;

    private Archive(List<String> words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    public static void main(String... arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        List<String> words = Stream.of(Files.readString(Path.of(arguments[2])).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 20), false, StandardCharsets.UTF_8)) {
            Archive archive = new Archive(words, out);
            if (arguments[0].equals("plain")) {
                archive.plain(count);
            } else {
                archive.wordpress(count);
            }
        }
    }

    private void plain(int count) {
        for (int i = 0; i < count; i++) {
            List<String> paragraphs = new ArrayList<>();
            for (int paragraph = 0; paragraph < 5; paragraph++) {
                paragraphs.add(text(30) + ".");
            }
            out.printf(
                    "{\"id\":\"archive-%d\",\"lang\":\"ru\",\"title\":\"%s\",\"body\":\"%s\"}%n",
                    i, text(7) + " " + i, String.join("\\n\\n", paragraphs));
        }
    }

    private void wordpress(int count) {
        out.println("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:wp="http://wordpress.org/export/1.2/"><channel>
                <title>Archive</title><link>https://archive.example</link><language>ru-RU</language>
                <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://archive.example</wp:base_site_url>""");
        for (int i = 0; i < 20; i++) {
            out.printf(
                    "<wp:author><wp:author_id>%d</wp:author_id><wp:author_login>reporter%d</wp:author_login>"
                            + "<wp:author_display_name><![CDATA[Reporter %d]]></wp:author_display_name></wp:author>%n",
                    i, i, i);
        }
        for (String section : SECTIONS) {
            out.printf(
                    "<wp:category><wp:category_nicename>%s</wp:category_nicename><wp:cat_name><![CDATA[%s]]></wp:cat_name></wp:category>%n",
                    section, section);
        }
        Duration step = Duration.ofDays(10 * 365).dividedBy(count);
        for (int i = 0; i < count; i++) {
            post(i, LAST.minus(step.multipliedBy(count - i)).toString().substring(0, 19).replace('T', ' '));
        }
        out.println("</channel></rss>");
    }

    private void post(int number, String at) {
        out.printf(
                """
                <item><title><![CDATA[%s]]></title><link>https://archive.example/?p=%d</link><dc:creator><![CDATA[reporter%d]]></dc:creator>
                <content:encoded><![CDATA[%s]]></content:encoded><excerpt:encoded><![CDATA[%s]]></excerpt:encoded>
                <wp:post_id>%d</wp:post_id><wp:post_date_gmt>%s</wp:post_date_gmt><wp:post_name>story-%d</wp:post_name>
                <wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="%s"/></item>
                """,
                text(7) + " " + number,
                number + 1,
                random.nextInt(20),
                html(number),
                text(20),
                number + 1,
                at,
                number,
                SECTIONS[random.nextInt(SECTIONS.length)]);
    }

    /** About 20 KB, as the block editor writes it. */
    private String html(int number) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 22; i++) {
            html.append("<!-- wp:paragraph -->\n<p>%s <a href=\"https://archive.example/?p=%d\">%s</a>, <strong>%s</strong> %s.</p>\n<!-- /wp:paragraph -->\n"
                    .formatted(text(25), random.nextInt(number + 1) + 1, text(3), text(2), text(25)));
        }
        html.append("<!-- wp:image {\"id\":1} -->\n<figure class=\"wp-block-image\"><img src=\"https://archive.example/%d.jpg\" alt=\"%s\"/><figcaption>%s</figcaption></figure>\n<!-- /wp:image -->\n"
                .formatted(number, text(4), text(8)));
        html.append("<!-- wp:list -->\n<ul><li>%s</li><li>%s</li></ul>\n<!-- /wp:list -->\n".formatted(text(12), text(12)));
        return html.append("<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\"><p>%s</p><cite>%s</cite></blockquote>\n<!-- /wp:quote -->\n"
                        .formatted(text(20), text(2)))
                .toString();
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
