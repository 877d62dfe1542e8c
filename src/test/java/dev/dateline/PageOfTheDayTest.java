package dev.dateline;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of an independent news site, written and read back. */
@DatelineTest
class PageOfTheDayTest {

    @Test
    void aPageIsReadBackExactlyAsItWasPublished() {
        JsonNode callout = create("callouts", """
                {"title": "Падтрымайце рэдакцыю", "text": "Нас чытаюць тысячы.", "label": "Падтрымаць",
                 "url": "https://example.org/support", "placement": "page-of-the-day", "language": "be"}
                """);
        publish("callouts", id(callout));
        create("tags", """
                {"type": "topic", "slug": "page-war", "names": {"be": "Вайна", "ru": "Война"}}
                """);
        JsonNode article = create("articles", """
                {"language": "be", "headline": "Беларусы на вайне: хто дапамагае параненым",
                 "lead": "Ад медыкаў да кіроўцаў — сем гісторый з фронту.",
                 "body": [
                   {"type": "paragraph", "html": "Першы раз Ігар прыехаў у Харкаў <em>у сакавіку</em>."},
                   {"type": "quote", "html": "Мы не спыняліся ні на дзень.",
                    "attribution": {"person": "Ігар Левановіч", "office": "каардынатар медычнай службы"}},
                   {"type": "paragraph", "html": "За год служба вывезла 412 параненых."},
                   {"type": "quote", "html": "Гэта лічбы, якія мы пацвярджаем.",
                    "attribution": {"person": "Вольга Зарэцкая", "office": "начальніца прэс-службы"}}],
                 "sources": [{"name": "Прэс-служба медычнага батальёна", "url": "https://press.example.org/412"}],
                 "tags": ["page-war"]}
                """);
        publish("articles", id(article));

        ArrayNode items = Newsroom.JSON.createArrayNode();
        List<String> headlines = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            if (i == 6) {
                items.addObject().put("url", "https://example.org/map").put("headline", "Карта фронту");
                headlines.add("Карта фронту");
            } else {
                String headline = "Гісторыя " + i + ": сям'я з Ваўкавыска";
                JsonNode story = create("articles", Newsroom.article("be", headline));
                publish("articles", id(story));
                items.addObject().put("article", id(story));
                headlines.add(headline);
            }
        }
        ObjectNode list = Newsroom.JSON.createObjectNode();
        list.put("slug", "page-belarusians-at-war")
                .put("title", "Беларусы на вайне")
                .put("language", "be")
                .put("numbered", true);
        list.set("items", items);
        JsonNode created = create("story-lists", list.toString());
        publish("story-lists", id(created));

        JsonNode shownCallout =
                get("/v1/callouts?placement=page-of-the-day&language=be").at("/items/0");
        assertThat(shownCallout.get("title").textValue()).isEqualTo("Падтрымайце рэдакцыю");
        assertThat(shownCallout.get("url").textValue()).isEqualTo("https://example.org/support");

        JsonNode shownList = get("/v1/story-lists/page-belarusians-at-war");
        assertThat(shownList.get("numbered").booleanValue()).isTrue();
        assertThat(shownList.get("items").findValuesAsText("number"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        List<String> shown = new ArrayList<>();
        shownList.get("items").forEach(item -> shown.add(item.get("headline").textValue()));
        assertThat(shown).isEqualTo(headlines);
        assertThat(shownList.at("/items/5/url").textValue()).isEqualTo("https://example.org/map");

        JsonNode shownArticle = get("/v1/articles/" + article.get("slug").textValue());
        assertThat(shownArticle.get("headline")).isEqualTo(article.get("headline"));
        assertThat(shownArticle.get("lead")).isEqualTo(article.get("lead"));
        assertThat(shownArticle.get("sources")).isEqualTo(article.get("sources"));
        assertThat(shownArticle.at("/body/blocks")).isEqualTo(article.get("body"));
        assertThat(shownArticle.at("/tags/0/name").textValue()).isEqualTo("Вайна");
    }

    @Test
    void everyBodyFormatSaysTheSame() {
        JsonNode article = create("articles", """
                {"language": "en", "headline": "All formats", "body": [
                  {"type": "heading", "level": 2, "html": "Why <em>now</em>"},
                  {"type": "paragraph", "html": "A <strong>bold</strong> <a href=\\"https://example.org\\">link</a> &amp; more."},
                  {"type": "list", "ordered": true, "items": ["One", "Two"]},
                  {"type": "divider"}]}
                """);
        publish("articles", id(article));
        String path = "/v1/articles/" + id(article);

        assertThat(get(path + "?body=html").at("/body/html").textValue()).isEqualTo("""
                        <h2>Why <em>now</em></h2>
                        <p>A <strong>bold</strong> <a href="https://example.org">link</a> &amp; more.</p>
                        <ol><li>One</li><li>Two</li></ol>
                        <hr>""");
        assertThat(get(path + "?body=markdown").at("/body/markdown").textValue())
                .isEqualTo("""
                        ## Why _now_

                        A **bold** [link](<https://example.org>) & more.

                        1. One
                        2. Two

                        ---""");
        assertThat(get(path + "?body=text").at("/body/text").textValue())
                .isEqualTo("Why now\n\nA bold link & more.\n\n1. One\n2. Two\n\n* * *");
        assertThat(get(path + "?body=none").has("body")).isFalse();
        assertThat(tree(get(path).toString()).at("/body/blocks")).isEqualTo(article.get("body"));
    }

    private static String id(JsonNode thing) {
        return thing.get("id").textValue();
    }
}
