package dev.dateline.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ContentKind;
import dev.dateline.exchange.html.Losses;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a WordPress export says, record by record. */
class WordPressRecordsTest {

    private static final Path DATA = Path.of("../shared/data");

    private static List<ImportRecord> records(Path file) throws IOException {
        List<ImportRecord> records = new ArrayList<>();
        try (WordPressRecords source = WordPressRecords.open(file, ExistingTags.none())) {
            for (ImportRecord record = source.next(); record != null; record = source.next()) {
                records.add(record);
            }
        }
        return records;
    }

    @Test
    void everyWordAndAddressOfARealExportIsInAnArticleOrInANote() throws Exception {
        assumeTrue(Files.isDirectory(DATA), "the shared data is absent");
        List<Path> files;
        try (Stream<Path> all = Files.walk(DATA)) {
            files = all.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            assertThat(losses(file)).as(file.toString()).isEmpty();
        }
    }

    private static List<String> losses(Path file) throws Exception {
        List<String> losses = new ArrayList<>();
        List<String> bodies = bodies(file);
        int body = 0;
        for (ImportRecord record : records(file)) {
            if (record instanceof ImportRecord.Content content && content.kind().equals(ContentKind.ARTICLE)) {
                List<String> notes =
                        content.notes().stream().map(note -> note.detail()).toList();
                for (String loss : Losses.of(withoutShortcodes(bodies.get(body++)), blocks(content), notes)) {
                    losses.add(content.source() + ": " + loss);
                }
            }
        }
        return losses;
    }

    private static JsonNode blocks(ImportRecord.Content content) {
        return content.content().path("body");
    }

    /** What stands in brackets is an instruction, not text. */
    private static String withoutShortcodes(String html) {
        return html.replaceAll("\\[/?[a-z_-]+[^\\]<]*\\]", " ");
    }

    private static List<String> bodies(Path file) throws Exception {
        List<String> bodies = new ArrayList<>();
        try (ImportFile input = ImportFile.open(file);
                WordPressChannel channel = new WordPressChannel(XmlText.of(input.content()))) {
            for (WordPressChild child = channel.next(); child != null; child = channel.next()) {
                if (child.name().equals("item")) {
                    WordPressElement item =
                            WordPressXml.read(child.text(), channel.names()).restored();
                    if (item.text("post_type").matches("post|page")
                            && !item.text("status").equals("trash")) {
                        bodies.add(item.text("content:encoded"));
                    }
                }
            }
        }
        return bodies;
    }

    private static final String CHANNEL = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>A site</title><language>be</language><wp:base_blog_url>https://records.example.org</wp:base_blog_url>%s</channel></rss>
            """;

    private static final String POST = """
            <item><title>A post</title><wp:post_id>1</wp:post_id><wp:post_date_gmt>2018-03-02 08:00:00</wp:post_date_gmt>
            <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>%s</item>""";

    private static List<ImportRecord> read(Path folder, String children) throws IOException {
        return records(Files.writeString(folder.resolve("export.xml"), CHANNEL.formatted(children)));
    }

    private static ImportRecord.Content article(List<ImportRecord> records) {
        return records.stream()
                .filter(record -> record.kind().equals(ContentKind.ARTICLE))
                .map(ImportRecord.Content.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void markupThatStandsInTheXmlItselfIsMarkup(@TempDir Path folder) throws Exception {
        String post = POST.formatted(
                "<content:encoded><p>First &amp; best</p><p>Second <b class=\"x\">one</b></p>tail</content:encoded>");

        assertThat(blocks(article(read(folder, post))).findValuesAsText("html"))
                .containsExactly("First &amp; best", "Second <b>one</b>", "tail");
    }

    @Test
    void aSecondBodyIsNamed(@TempDir Path folder) throws Exception {
        String post = POST.formatted("<content:encoded>One.</content:encoded><content:encoded>Two.</content:encoded>");

        assertThat(article(read(folder, post)).notes().toString()).contains("Two.");
    }

    @Test
    void aGuestAuthorHasTheNameThatReadersKnow(@TempDir Path folder) throws Exception {
        String guest = """
                <item><title>anna</title><wp:post_type>guest-author</wp:post_type><wp:post_id>5</wp:post_id>
                <wp:postmeta><wp:meta_key>cap-user_login</wp:meta_key><wp:meta_value>anna</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>cap-display_name</wp:meta_key><wp:meta_value>Ганна Пятрова</wp:meta_value></wp:postmeta></item>""";
        String post = POST.formatted(
                "<category domain=\"author\" nicename=\"cap-anna\">anna</category><content:encoded>One.</content:encoded>");

        assertThat(read(folder, guest + post).toString()).contains("Ганна Пятрова");
    }

    @Test
    void whatAnAttachmentSaysIsNamed(@TempDir Path folder) throws Exception {
        String attachment = """
                <item><title>Справаздача</title><wp:post_type>attachment</wp:post_type><wp:post_id>7</wp:post_id>
                <excerpt:encoded>Подпіс <a href="https://e.org/who">хто</a></excerpt:encoded>
                <wp:attachment_url>https://e.org/a.pdf</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_metadata</wp:meta_key>
                <wp:meta_value>a:1:{s:6:"credit";s:10:"Anna Photo";}</wp:meta_value></wp:postmeta></item>""";

        assertThat(read(folder, attachment).get(0).toString())
                .contains("https://e.org/a.pdf", "Справаздача", "Подпіс", "https://e.org/who", "Anna Photo");
    }

    @Test
    void whatTheChannelSaysBesideItsItemsIsNamed(@TempDir Path folder) throws Exception {
        assertThat(read(folder, "<copyright>All of us</copyright>").toString()).contains("All of us");
    }

    @Test
    void aFileThatNamesAnotherEncodingAndIsInUtf8IsReadAsThat(@TempDir Path folder) throws Exception {
        String post = POST.formatted("<title>Прывітанне, Мінск</title><content:encoded>x</content:encoded>");
        Path file = folder.resolve("misnamed.xml");
        Files.writeString(
                file,
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
                        + CHANNEL.formatted(post).replaceFirst("<[?]xml[^>]*>", ""));
        assertThat(records(file).toString()).contains("Прывітанне, Мінск");
    }

    @Test
    void compressedDataThatBreaksOffLosesNothingThatStandsBefore(@TempDir Path folder) throws Exception {
        StringBuilder posts = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            posts.append(POST.formatted("<wp:post_name>p" + i + "</wp:post_name><content:encoded>" + UUID.randomUUID()
                    + UUID.randomUUID() + "</content:encoded>"));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(CHANNEL.formatted(posts).getBytes(UTF_8));
        }
        Path file = folder.resolve("cut.xml.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() * 9 / 10));

        int read = 0;
        try (WordPressRecords source = WordPressRecords.open(file, ExistingTags.none())) {
            assertThatThrownBy(() -> {
                        while (source.next() != null) {
                            // on and on
                        }
                    })
                    .isInstanceOf(EOFException.class);
            read = (int) source.volume();
        }
        assertThat(read).isGreaterThan(10_000);
    }
}
