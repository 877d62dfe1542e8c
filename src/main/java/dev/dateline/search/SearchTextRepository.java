package dev.dateline.search;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dateline.content.Body;
import dev.dateline.content.PublishedBlock;
import dev.dateline.content.TagType;
import dev.dateline.database.DeliveryReads;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.tag.FilledJson;
import dev.dateline.tag.TagPlaceholders;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query that feeds the index. */
@Singleton
class SearchTextRepository {

    /** Of a live page, so many updates can be found, the newest, and so much of what they say, in characters. */
    private static final int MOST_UPDATES = 500;

    private static final int MOST_CHARACTERS = 200_000;

    /** Between updates, and between the title of one and its text: a highlight ends there. */
    private static final String PARAGRAPH = "E'\\u2029'";

    /**
     * Of an article {@code a}: another one when it was rendered again, when a tag that it carries looks otherwise, or when an
     * update of the live page that it is has changed.
     */
    private static final String STAMP = """
            hashtextextended(extract(epoch from a.rendered_at) || ' ' || coalesce(case when a.kind = 'LIVE' then (
                select max(u.number) from published_live_update u where u.article_id = a.id) end, 0) || ' ' || coalesce((
                select string_agg(t.id || ' ' || extract(epoch from t.looks_changed_at), ',' order by t.id)
                from published_article_tag c join tag t on t.id = c.tag_id where c.article_id = a.id), ''), 0)
            """;

    private final DeliveryReads reads;
    private final TagPlaceholders placeholders;

    SearchTextRepository(DeliveryReads reads, TagPlaceholders placeholders) {
        this.reads = reads;
        this.placeholders = placeholders;
    }

    /** The stamps of so many articles after an id, in the order of their ids. */
    Map<UUID, Long> stamps(UUID after, int count) {
        return reads.read(session -> session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select a.id, " + STAMP
                    + " from published_article a where a.id > ? order by a.id" + DeliveryReads.limit(count))) {
                query.setObject(1, after);
                return stamps(query);
            }
        }));
    }

    /** Those of these that are public. */
    List<SearchText> texts(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        List<SearchText> stored = reads.read(session -> session.doReturningWork(connection -> {
            Map<UUID, Long> stamps = stamps(connection, wanted);
            Map<UUID, List<SearchText.Carried>> tags = tags(connection, wanted);
            List<SearchText> texts = new ArrayList<>();
            try (PreparedStatement query =
                    connection.prepareStatement("""
                    select a.id, a.language, a.kind, a.published_at, a.withdraw_at, a.headline, a.content ->> 'lead',
                        a.body_text, a.card, a.slug, case when a.kind = 'LIVE' then (
                            select left(string_agg(concat_ws(%1$s, n.title, cast(n.body_text as json) #>> '{}'), %1$s
                                order by n.published_at desc), %2$d)
                            from (select u.title, u.body_text, u.published_at from published_live_update u
                                where u.article_id = a.id and u.view is not null
                                order by u.published_at desc, u.id desc limit %3$d) n) end,
                        case when a.kind = 'LIVE' then (
                            select min(u.withdraw_at) from published_live_update u where u.article_id = a.id) end,
                        a.licence_url, coalesce(a.territories, '[]'), a.public_since,
                        case when exists (select 1 from published_article_mention m where m.article_id = a.id) then a.body_blocks end
                    from published_article a where a.id = any (?)
                    """.formatted(PARAGRAPH, MOST_CHARACTERS, MOST_UPDATES))) {
                query.setArray(1, connection.createArrayOf("uuid", wanted));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        texts.add(text(rows, stamps, tags));
                    }
                }
            }
            return texts;
        }));
        return filled(stored);
    }

    /** Read before what they stand for: what changes in between has a newer one, and is read again. */
    private static Map<UUID, Long> stamps(Connection connection, UUID[] wanted) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select a.id, " + STAMP + " from published_article a where a.id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", wanted));
            return stamps(query);
        }
    }

    private static Map<UUID, Long> stamps(PreparedStatement query) throws SQLException {
        Map<UUID, Long> stamps = new LinkedHashMap<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                stamps.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
        return stamps;
    }

    private List<SearchText> filled(List<SearchText> stored) {
        List<FilledJson> cards =
                placeholders.fillAnew(stored.stream().map(SearchText::card).toList());
        List<SearchText> filled = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            filled.add(stored.get(i).withCard(cards.get(i).json()));
        }
        return filled;
    }

    private static SearchText text(ResultSet row, Map<UUID, Long> stamps, Map<UUID, List<SearchText.Carried>> tags)
            throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new SearchText(
                id,
                row.getString(10),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instantOrNull(row, 5),
                instantOrNull(row, 12),
                stamps.getOrDefault(id, 0L),
                row.getString(6),
                row.getString(7),
                body(ownText(row.getString(8), row.getString(16)), row.getString(11)),
                JsonText.ofJson(row.getString(9)),
                tags.getOrDefault(id, List.of()),
                new SearchText.Terms(
                        row.getString(13), json(row.getString(14), new TypeReference<>() {}), instant(row, 15)));
    }

    /** Without the headlines of other articles, which are found by themselves, or not found by those who may not have them. */
    private static String ownText(String text, @Nullable String blocks) {
        return blocks == null
                ? Json.read(text, String.class)
                : new Body(List.of(Json.read(blocks, PublishedBlock[].class))).ownText();
    }

    private static String body(String own, @Nullable String updates) {
        return updates == null ? own : own + "\u2029" + updates;
    }

    private static Map<UUID, List<SearchText.Carried>> tags(Connection connection, UUID[] articles)
            throws SQLException {
        Map<UUID, List<SearchText.Carried>> tags = new HashMap<>();
        Map<UUID, SearchText.Carried> known = described(connection, articles);
        try (PreparedStatement query = connection.prepareStatement("""
                select c.article_id, c.tag_id, c.byline from published_article_tag c where c.article_id = any (?)
                """)) {
            query.setArray(1, connection.createArrayOf("uuid", articles));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    SearchText.Carried tag = known.get(rows.getObject(2, UUID.class));
                    if (tag != null) {
                        tags.computeIfAbsent(rows.getObject(1, UUID.class), article -> new ArrayList<>())
                                .add(tag.in(rows.getBoolean(3)));
                    }
                }
            }
        }
        return tags;
    }

    /** Each of the tags that these carry, once. */
    private static Map<UUID, SearchText.Carried> described(Connection connection, UUID[] articles) throws SQLException {
        Map<UUID, SearchText.Carried> tags = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select t.id, t.type, t.names, t.slug || words.merged,
                    array(with recursive up(id) as (select unnest(t.above) union select unnest(p.above) from tag p join up on up.id = p.id)
                        select w.word from up join tag m on m.leads_to = up.id cross join lateral (
                            select m.slug union all select m.id::text union all select a.alias from tag_alias a where a.tag_id = m.id) w(word)),
                    coalesce((select jsonb_agg(m.names order by m.id) from tag m where m.leads_to = t.id and m.id <> t.id), '[]')
                from tag t cross join lateral (select array(
                    select a.alias from tag m join tag_alias a on a.tag_id = m.id where m.leads_to = t.id
                    union all select w.word from tag m cross join lateral (values (m.slug), (m.id::text)) w(word)
                        where m.leads_to = t.id and m.id <> t.id)) words(merged)
                where t.id in (select c.tag_id from published_article_tag c where c.article_id = any (?))
                """)) {
            query.setArray(1, connection.createArrayOf("uuid", articles));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    tags.put(
                            id,
                            new SearchText.Carried(
                                    id,
                                    TagType.valueOf(rows.getString(2)),
                                    false,
                                    List.of((String[]) rows.getArray(4).getArray()),
                                    List.of((String[]) rows.getArray(5).getArray()),
                                    json(rows.getString(3), new TypeReference<>() {}),
                                    json(rows.getString(6), new TypeReference<>() {})));
                }
            }
        }
        return tags;
    }

    private static <T> T json(String json, TypeReference<T> type) {
        return Json.MAPPER.convertValue(Json.read(json, Object.class), type);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time.toInstant();
    }
}
