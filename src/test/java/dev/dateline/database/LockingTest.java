package dev.dateline.database;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.DatelineTest;
import dev.dateline.editorial.article.Article;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.tag.TagRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is locked is as the last writer left it, whatever was read before. */
@DatelineTest
class LockingTest {

    @Inject
    ArticleRepository articles;

    @Inject
    TagRepository tags;

    @Test
    void whatWasReadBeforeIsReadAnewWhenItIsLocked() {
        UUID id = articleOf("Read before another saved it");
        String headline = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(articles.findById(id).revision()).isEqualTo(1);
            patch("articles", id.toString(), "*", json("headline", "Saved by another meanwhile"))
                    .then()
                    .statusCode(200);
            return articles.forUpdate(id).orElseThrow().content().headline();
        });
        assertThat(headline).isEqualTo("Saved by another meanwhile");
    }

    @Test
    void whatWasDeletedSinceItWasReadIsNotThere() {
        UUID id = articleOf("Deleted by another");
        QuarkusTransaction.begin();
        articles.findById(id);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + id)
                .then()
                .statusCode(204);
        Optional<Article> locked = articles.forUpdate(id);
        QuarkusTransaction.rollback();
        assertThat(locked).isEmpty();
    }

    @Test
    void lockingAgainKeepsWhatWasChangedSinceTheFirstTime() {
        String slug = "locked-" + UUID.randomUUID();
        UUID id = UUID.fromString(
                createTag("topic", slug, "Locked " + slug).get("id").textValue());
        Instant changed = Instant.parse("2040-01-01T00:00:00Z");
        QuarkusTransaction.begin();
        tags.forUpdate(id).orElseThrow().looksChanged(changed);
        Instant seen = tags.forUpdate(id).orElseThrow().looksChangedAt();
        QuarkusTransaction.rollback();
        assertThat(seen).isEqualTo(changed);
    }

    private static UUID articleOf(String headline) {
        return UUID.fromString(create("articles", article("en", headline + " " + UUID.randomUUID()))
                .get("id")
                .textValue());
    }
}
