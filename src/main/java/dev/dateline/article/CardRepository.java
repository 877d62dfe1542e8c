package dev.dateline.article;

import dev.dateline.cache.Freshness;
import dev.dateline.database.DeliveryReads;
import dev.dateline.json.JsonText;
import dev.dateline.tag.FilledJson;
import dev.dateline.tag.TagPlaceholders;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The one query for articles as lists and fronts show them. */
@Singleton
public class CardRepository {

    private final DeliveryReads reads;
    private final TagPlaceholders placeholders;

    CardRepository(DeliveryReads reads, TagPlaceholders placeholders) {
        this.reads = reads;
        this.placeholders = placeholders;
    }

    /** An article as a list shows it, and until when it may. */
    public record Card(UUID id, String headline, @Nullable Instant shownUntil, JsonText json) {

        private Card with(JsonText filled) {
            return new Card(id, headline, shownUntil, filled);
        }
    }

    /**
     * Those of the articles that are public. In SQL, because Hibernate translates HQL with a list of parameters anew each
     * time.
     *
     * @param at only those that were public at this time too, or null
     */
    private Map<UUID, Card> cards(Collection<UUID> ids, @Nullable Instant at) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String then = at == null
                ? ""
                : " and (a.public_since <= :at or exists (select 1 from published_period p where p.article_id = a.id"
                        + " and p.since <= :at and p.until > :at))";
        List<Card> stored = reads.read(session -> {
            var cards = session.createNativeQuery(
                            "select a.id, a.headline, a.shown_until, a.card from published_article a where a.id = any(:ids)"
                                    + then,
                            Card.class)
                    .addScalar("id", UUID.class)
                    .addScalar("headline", String.class)
                    .addScalar("shown_until", Instant.class)
                    .addAttributeResult("card", PublishedArticle.class, "card")
                    .setParameter("ids", ids.toArray(UUID[]::new));
            if (at != null) {
                cards.setParameter("at", at);
            }
            return cards.getResultList();
        });
        List<FilledJson> filled =
                placeholders.fillAll(stored.stream().map(Card::json).toList());
        return IntStream.range(0, stored.size())
                .mapToObj(i -> stored.get(i).with(filled.get(i).json()))
                .collect(Collectors.toMap(Card::id, Function.identity()));
    }

    /**
     * The cards of what is shown, where what is shown depends on what is public.
     *
     * @param hidden those that were asked for and are not public
     */
    public record Shown(Map<UUID, Card> cards, Set<UUID> hidden) {

        /** When the first of them is to be withdrawn, or null. */
        public @Nullable Instant firstWithdrawal() {
            return Freshness.earliest(cards.values().stream().map(Card::shownUntil));
        }

        /** All that the answer depends on. */
        public Set<UUID> articles() {
            Set<UUID> articles = new HashSet<>(cards.keySet());
            articles.addAll(hidden);
            return articles;
        }
    }

    /**
     * Asks for cards until all that is wanted has one: others move up where an article is not public. That is one statement
     * when all are, and one more when not.
     *
     * @param wanted which articles are shown when these are hidden
     * @param at as in {@link #cards}
     */
    public Shown shown(Function<Set<UUID>, Set<UUID>> wanted, @Nullable Instant at) {
        Shown shown = new Shown(new HashMap<>(), new HashSet<>());
        while (true) {
            Set<UUID> missing = new HashSet<>(wanted.apply(shown.hidden()));
            missing.removeAll(shown.cards().keySet());
            if (missing.isEmpty()) {
                return shown;
            }
            Map<UUID, Card> found = cards(missing, at);
            shown.cards().putAll(found);
            missing.removeAll(found.keySet());
            if (missing.isEmpty()) {
                return shown;
            }
            shown.hidden().addAll(missing);
        }
    }
}
