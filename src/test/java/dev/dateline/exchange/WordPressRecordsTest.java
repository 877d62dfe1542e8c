package dev.dateline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ContentKind;
import dev.dateline.exchange.html.Losses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
}
