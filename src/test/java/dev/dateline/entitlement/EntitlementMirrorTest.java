package dev.dateline.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever editors do, partners find in every way of asking exactly the articles that fit their entitlements, and those who
 * follow changes hold exactly these. {@code -Ddateline.test.operations=500} runs it long, {@code -Ddateline.test.seed=…} repeats a run.
 */
@DatelineTest
class EntitlementMirrorTest {

    private static final String FREE = "https://creativecommons.org/licenses/by/4.0/";
    private static final String OTHER = "https://example.org/licence";

    private final long seed = Long.getLong("dateline.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String word =
            "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Map<String, Written> articles = new HashMap<>();
    private final Map<String, String> headlines = new HashMap<>();
    private final Map<String, String> tagIds = new HashMap<>();
    private final Set<String> belowRoot = new TreeSet<>();
    private final List<Follower> followers = new ArrayList<>();

    /** What decides about an article. */
    private record Written(
            String language, Set<String> tags, @Nullable String licence, List<String> territories, boolean isPublic) {}

    private interface Rule {
        boolean allows(Written article);
    }

    /** A partner who keeps what the feed tells. */
    private final class Follower {

        private final String entitlement;
        private final Partner partner;
        private final Rule rule;
        private final Map<String, JsonNode> held = new HashMap<>();
        private String since;

        Follower(String entitlement, Rule rule) {
            this.entitlement = entitlement;
            this.partner = Partner.with(entitlement);
            this.rule = rule;
            this.since = partner.get("/v1/changes?since=now&kind=article&view=card")
                    .get("since")
                    .textValue();
        }

        void follow() {
            for (String next = since; next != null; ) {
                JsonNode page = partner.get(next);
                page.get("items").forEach(change -> {
                    String id = change.get("id").textValue();
                    if (change.get("event").textValue().equals("withdrawn")) {
                        held.remove(id);
                    } else {
                        held.put(id, change.get("item"));
                    }
                });
                since = page.get("since").textValue();
                next = page.path("next").textValue();
            }
        }

        void check(String after) {
            Set<String> allowed = articles.entrySet().stream()
                    .filter(article -> article.getValue().isPublic() && rule.allows(article.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            String as = "seed %d, %s, after %s".formatted(seed, entitlement, after);
            follow();
            Set<String> listed = partner.ids("/v1/articles?limit=100&tag=" + word);
            assertThat(listed).as("list: " + as).isEqualTo(allowed);
            assertThat(partner.ids("/v1/search?limit=100&q=" + word))
                    .as("search: " + as)
                    .isEqualTo(allowed);
            assertThat(new TreeSet<>(held.keySet())).as("changes: " + as).isEqualTo(allowed);
            for (String id : articles.keySet()) {
                boolean isFound = partner.status("/v1/articles/" + id) == 200;
                assertThat(isFound).as(id + ": " + as).isEqualTo(allowed.contains(id));
            }
            Map<String, JsonNode> cards = new HashMap<>();
            partner.get("/v1/articles?limit=100&tag=" + word)
                    .get("items")
                    .forEach(card -> cards.put(card.get("id").textValue(), card));
            assertThat(held).as("what is held: " + as).isEqualTo(cards);
            StringBuilder seen = new StringBuilder(partner.text("/v1/search?highlight=true&limit=100&q=" + word));
            for (String id : allowed) {
                seen.append(partner.text("/v1/articles/" + id + "?body=html"))
                        .append(partner.ask("/v1/articles/" + id + "?language=uk")
                                .asString());
            }
            Set<String> hidden = new TreeSet<>(articles.keySet());
            hidden.removeAll(allowed);
            hidden.forEach(id -> assertThat(seen.toString()).as(as).doesNotContain(id, headlines.get(id)));
        }
    }

    @Test
    void aPartnerFindsAndHoldsExactlyWhatTheirEntitlementAllows() {
        Newsroom.createTag("topic", word, word);
        for (String tag : List.of("root", "a", "b", "c")) {
            tagIds.put(
                    tag,
                    Newsroom.createTag("topic", word + tag, word + tag)
                            .get("id")
                            .textValue());
        }
        followers.add(new Follower(
                "{'tags': ['%1$sroot']}".formatted(word), article -> !Collections.disjoint(article.tags(), belowRoot)));
        followers.add(new Follower(
                "{'tags': ['%1$s'], 'withoutTags': ['%1$sroot']}".formatted(word),
                article -> Collections.disjoint(article.tags(), belowRoot)));
        followers.add(new Follower(
                "{'tags': ['%1$sa', '%1$sb'], 'withoutTags': ['%1$sc']}".formatted(word),
                article -> (article.tags().contains("a") || article.tags().contains("b"))
                        && !article.tags().contains("c")));
        followers.add(new Follower(
                "{'languages': ['be', 'en']}",
                article -> article.language().startsWith("be")
                        || article.language().startsWith("en")));
        followers.add(new Follower(
                "{'licences': ['%s'], 'territory': 'PL'}".formatted(FREE),
                article -> FREE.equals(article.licence())
                        && (article.territories().isEmpty()
                                || article.territories().contains("PL"))));
        int operations = Integer.getInteger("dateline.test.operations", 12);
        for (int i = 0; i < operations; i++) {
            String operation = operate();
            followers.forEach(follower -> follower.check(operation));
        }
    }

    private String operate() {
        if (articles.size() < 3 || (articles.size() < 12 && random.nextInt(4) == 0)) {
            String headline = UUID.randomUUID().toString();
            String id = Newsroom.create("articles", Newsroom.article("en", word + " " + headline))
                    .get("id")
                    .textValue();
            headlines.put(id, headline);
            return "writing " + edit(id);
        }
        if (random.nextInt(5) == 0) {
            return move(any(List.of("a", "b", "c")));
        }
        String id = List.copyOf(articles.keySet()).get(random.nextInt(articles.size()));
        Written article = articles.get(id);
        if (article != null && article.isPublic() && random.nextInt(4) == 0) {
            Newsroom.withdraw("articles", id);
            articles.put(
                    id,
                    new Written(article.language(), article.tags(), article.licence(), article.territories(), false));
            return "withdrawing " + id;
        }
        return "editing " + edit(id);
    }

    private String move(String tag) {
        boolean isBelow = !belowRoot.remove(tag) && belowRoot.add(tag);
        Newsroom.patch(
                        "tags",
                        tagIds.get(tag),
                        "*",
                        isBelow ? "{\"parents\": [\"%sroot\"]}".formatted(word) : "{\"parents\": []}")
                .then()
                .statusCode(200);
        return "moving " + tag + (isBelow ? " below" : " from below");
    }

    private String edit(String id) {
        Set<String> tags = some(List.of("a", "b", "c"));
        String language = any(List.of("be", "be-tarask", "ru", "en"));
        String licence = random.nextInt(3) == 0 ? null : any(List.of(FREE, OTHER));
        List<String> territories = List.copyOf(some(List.of("PL", "BY")));
        ObjectNode patch = Newsroom.JSON.createObjectNode().put("language", language);
        ArrayNode named = patch.putArray("tags").add(word);
        tags.forEach(tag -> named.add(word + tag));
        patch.putObject("rights").put("licenceUrl", licence).set("territories", Newsroom.JSON.valueToTree(territories));
        List<String> others =
                articles.keySet().stream().filter(other -> !other.equals(id)).toList();
        if (!others.isEmpty() && random.nextInt(3) == 0) {
            String other = any(others);
            patch.put("translationOf", other);
            patch.putArray("body")
                    .add(Newsroom.JSON
                            .createObjectNode()
                            .put("type", "paragraph")
                            .put("html", "Text"))
                    .addObject()
                    .put("type", "related")
                    .putArray("articles")
                    .add(other);
        }
        Newsroom.patch("articles", id, "*", patch.toString()).then().statusCode(200);
        Newsroom.publish("articles", id);
        articles.put(id, new Written(language, tags, licence, territories, true));
        return id + " " + patch;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private Set<String> some(List<String> things) {
        return things.stream().filter(thing -> random.nextInt(5) < 2).collect(Collectors.toCollection(TreeSet::new));
    }
}
