package dev.dateline.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dateline.article.ArticleFilter;
import dev.dateline.content.ArticleKind;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.search.analysis.SearchWords;
import dev.dateline.search.analysis.WordAnalyzer;
import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the article that was meant comes first, on questions and articles that others have written. */
class RelevanceTest {

    private static final Path DATA = Path.of("../shared/data");
    private static final ArticleFilter EVERYTHING =
            new ArticleFilter(null, null, null, new TreeSet<>(), Set.of(ArticleKind.values()), null, null);

    @TempDir
    Path folder;

    private final Map<String, UUID> meant = new LinkedHashMap<>();

    @ParameterizedTest
    @CsvSource({"ru, 0.925, 0.95", "en, 0.94, 0.96"})
    void aQuestionFindsThePassageThatAnswersIt(String language, double first, double reciprocalRank)
            throws IOException {
        Path file = DATA.resolve("questions/xquad." + language + ".json");
        Assumptions.assumeTrue(Files.exists(file), "without the shared data");
        List<SearchText> passages = new ArrayList<>();
        JsonNode questions = Json.MAPPER.readTree(file.toFile());
        for (JsonNode passage : questions.get("passages")) {
            passages.add(article(id(passage.get("id")), language, passage.get("text")));
        }
        questions
                .get("questions")
                .forEach(question -> meant.put(question.get("text").textValue(), id(question.get("passage"))));
        assertRanks(passages, first, reciprocalRank);
    }

    @Test
    void aHeadlineFindsItsArticleByTheBodyAlone() throws IOException {
        Path file = DATA.resolve("wikinews-ru/articles.ndjson");
        Assumptions.assumeTrue(Files.exists(file), "without the shared data");
        List<SearchText> articles = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode article = Json.MAPPER.readTree(line);
            articles.add(article(id(article.get("id")), "ru", article.get("body")));
            meant.put(article.get("title").textValue(), id(article.get("id")));
        }
        assertRanks(articles, 0.944, 0.965);
    }

    @ParameterizedTest
    @CsvSource({"ru, 0", "be, 1", "uk, 2", "en, 3", "be, 4"})
    void aPersonIsFoundByTheirNameInEveryLanguageAndAlphabet(String language, int column) throws IOException {
        List<SearchText> articles = new ArrayList<>();
        for (String[] names : table("names.csv")) {
            UUID id = UUID.nameUUIDFromBytes(names[0].getBytes(StandardCharsets.UTF_8));
            articles.add(article(id, language, TextNode.valueOf("… " + names[column] + " …")));
            for (String name : names) {
                meant.put(name, id);
            }
        }
        assertRanks(articles, 0.97, 0.97);
    }

    @Test
    void bothOrthographiesOfBelarusianAndLacinkaMeet() throws IOException {
        WordAnalyzer words = WordAnalyzers.of("be");
        List<String[]> pairs = table("belarusian-spellings.csv");
        List<String> apart = pairs.stream()
                .filter(pair -> Collections.disjoint(words.forms(pair[0]), words.forms(pair[1])))
                .map(pair -> pair[0])
                .toList();
        assertThat((double) apart.size() / pairs.size()).as(apart.toString()).isLessThanOrEqualTo(0.05);
    }

    private static List<String[]> table(String name) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/search/" + name)).stream()
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    private static UUID id(JsonNode name) {
        return UUID.nameUUIDFromBytes(name.textValue().getBytes(StandardCharsets.UTF_8));
    }

    private static SearchText article(UUID id, String language, JsonNode body) {
        return new SearchText(
                id,
                "slug",
                language,
                "ARTICLE",
                Instant.EPOCH,
                null,
                null,
                0,
                "",
                null,
                body.textValue(),
                JsonText.EMPTY,
                List.of(),
                new SearchText.Terms(null, List.of(), Instant.EPOCH));
    }

    private void assertRanks(List<SearchText> articles, double first, double reciprocalRank) throws IOException {
        try (SearchIndex index = new SearchIndex(folder, OpenMode.CREATE)) {
            for (SearchText article : articles) {
                index.put(article);
            }
            index.refresh();
            int hits = 0;
            double ranks = 0;
            List<String> missed = new ArrayList<>();
            for (Map.Entry<String, UUID> question : meant.entrySet()) {
                List<UUID> found = found(index, question.getKey());
                int rank = found.indexOf(question.getValue()) + 1;
                hits += rank == 1 ? 1 : 0;
                if (rank != 1) {
                    missed.add(question.getKey());
                }
                ranks += rank == 0 ? 0 : 1.0 / rank;
            }
            assertThat((double) hits / meant.size())
                    .as("first, but for " + missed)
                    .isGreaterThanOrEqualTo(first);
            assertThat(ranks / meant.size()).as("reciprocal rank").isGreaterThanOrEqualTo(reciprocalRank);
        }
    }

    private static List<UUID> found(SearchIndex index, String question) throws IOException {
        SearchOrder order = SearchOrder.RELEVANCE;
        try (IndexReading reading = index.read(Set.of(), null)) {
            return reading
                    .search(
                            SearchQuery.of(SearchWords.parse(question), EVERYTHING, order, Instant.EPOCH, reading),
                            order,
                            null,
                            10)
                    .hits()
                    .stream()
                    .map(SearchHit::id)
                    .toList();
        }
    }
}
