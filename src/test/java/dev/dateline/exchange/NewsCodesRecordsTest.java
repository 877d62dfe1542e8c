package dev.dateline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewsCodesRecordsTest {

    private static final Path MEDIA_TOPICS = Path.of("../shared/data/mediatopics/cptall-en-US.json");

    @Test
    void theMediaTopicsAreOneTreeInWhichParentsComeFirst() throws IOException {
        assumeThat(MEDIA_TOPICS).exists();
        Set<String> slugs = new HashSet<>();
        int tops = 0;
        int retired = 0;
        try (RecordSource records = NewsCodesRecords.open(MEDIA_TOPICS, ExistingTags.none())) {
            for (ImportRecord record = records.next(); record != null; record = records.next()) {
                JsonNode tag = ((ImportRecord.Content) record).content();
                tag.path("parents").forEach(parent -> assertThat(slugs).contains(parent.textValue()));
                assertThat(slugs.add(tag.get("slug").textValue())).isTrue();
                tops += tag.has("parents") ? 0 : 1;
                retired += tag.path("retired").asBoolean() ? 1 : 0;
            }
        }
        assertThat(slugs).hasSize(1_370).contains("sport", "economy-business-and-finance");
        assertThat(tops).isEqualTo(17);
        assertThat(retired).isEqualTo(270);
    }
}
