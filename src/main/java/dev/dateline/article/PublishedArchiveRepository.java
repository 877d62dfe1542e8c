package dev.dateline.article;

import dev.dateline.cache.Freshness;
import dev.dateline.database.DeliveryReads;
import dev.dateline.json.JsonText;
import dev.dateline.tag.FilledJson;
import dev.dateline.tag.TagPlaceholders;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query for what is published, month by month, for those who read it from one end to the other. */
@Singleton
public class PublishedArchiveRepository {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    private final DeliveryReads reads;
    private final TagPlaceholders placeholders;

    PublishedArchiveRepository(DeliveryReads reads, TagPlaceholders placeholders) {
        this.reads = reads;
        this.placeholders = placeholders;
    }

    /**
     * A month in which something was published.
     *
     * @param name in UTC, such as 2026-11
     * @param count how many articles, live pages and standing pages
     */
    public record Month(String name, long count) {}

    /** In order. It takes an index alone, so that it is quick with a million articles. */
    public List<Month> months() {
        return reads
                .read(session -> session.createNativeQuery(
                                "select date_trunc('month', published_at at time zone 'UTC') at time zone 'UTC' as month,"
                                        + " count(*) as articles from published_article group by 1 order by 1",
                                Object[].class)
                        .addScalar("month", Instant.class)
                        .addScalar("articles", Long.class)
                        .getResultList())
                .stream()
                .map(row -> new Month(MONTH.format((Instant) row[0]), (Long) row[1]))
                .toList();
    }

    /** Cards, and when the first of them is to be withdrawn. */
    public record Cards(List<JsonText> items, @Nullable Instant firstWithdrawal) {}

    /**
     * What was first published in a period, oldest first.
     *
     * @param until the first moment after it
     * @param skipped so many of the oldest are left out
     */
    public Cards oldest(Instant from, Instant until, int skipped, int most) {
        return cards("a.published_at, a.id offset " + skipped, from, until, most);
    }

    /** What was first published since then, newest first. */
    public Cards newest(Instant from, int most) {
        return cards("a.published_at desc, a.id desc", from, Instant.parse("9999-01-01T00:00:00Z"), most);
    }

    private Cards cards(String order, Instant from, Instant until, int most) {
        List<CardRepository.Card> stored = reads.read(session -> session.createNativeQuery(
                        "select a.id, a.headline, a.shown_until, a.card from published_article a"
                                + " where a.published_at >= :from and a.published_at < :until order by " + order
                                + DeliveryReads.limit(most),
                        CardRepository.Card.class)
                .addScalar("id", UUID.class)
                .addScalar("headline", String.class)
                .addScalar("shown_until", Instant.class)
                .addAttributeResult("card", PublishedArticle.class, "card")
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList());
        return new Cards(
                placeholders
                        .fillAll(stored.stream().map(CardRepository.Card::json).toList())
                        .stream()
                        .map(FilledJson::json)
                        .toList(),
                Freshness.earliest(stored.stream().map(CardRepository.Card::shownUntil)));
    }
}
