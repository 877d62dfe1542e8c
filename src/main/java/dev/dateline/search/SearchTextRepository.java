package dev.dateline.search;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dateline.content.TagType;
import dev.dateline.database.DeliveryReads;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
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

    private final DeliveryReads reads;

    SearchTextRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** When these were rendered: so many articles after an id, in the order of their ids. */
    Map<UUID, Instant> rendered(UUID after, int count) {
        return reads.read(session -> session.doReturningWork(connection -> {
            Map<UUID, Instant> rendered = new LinkedHashMap<>();
            try (PreparedStatement query =
                    connection.prepareStatement("select id, rendered_at from published_article where id > ? order by id"
                            + DeliveryReads.limit(count))) {
                query.setObject(1, after);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        rendered.put(rows.getObject(1, UUID.class), instant(rows, 2));
                    }
                }
            }
            return rendered;
        }));
    }

    /** Those of these that are public. */
    List<SearchText> texts(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        return reads.read(session -> session.doReturningWork(connection -> {
            Map<UUID, List<SearchText.Carried>> tags = tags(connection, wanted);
            List<SearchText> texts = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("""
                    select id, language, kind, published_at, withdraw_at, rendered_at, headline, content ->> 'lead', body_text, card, slug
                    from published_article where id = any (?)
                    """)) {
                query.setArray(1, connection.createArrayOf("uuid", wanted));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        texts.add(text(rows, tags));
                    }
                }
            }
            return texts;
        }));
    }

    private static SearchText text(ResultSet row, Map<UUID, List<SearchText.Carried>> tags) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new SearchText(
                id,
                row.getString(11),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                row.getTimestamp(5) == null ? null : instant(row, 5),
                instant(row, 6),
                row.getString(7),
                row.getString(8),
                Json.read(row.getString(9), String.class),
                JsonText.ofJson(row.getString(10)),
                tags.getOrDefault(id, List.of()));
    }

    private static Map<UUID, List<SearchText.Carried>> tags(Connection connection, UUID[] articles)
            throws SQLException {
        Map<UUID, List<SearchText.Carried>> tags = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select c.article_id, t.id, t.type, c.byline, t.names,
                    t.slug || array(select a.alias from tag_alias a where a.tag_id = t.id order by a.alias)
                from published_article_tag c join tag t on t.id = c.tag_id where c.article_id = any (?)
                """)) {
            query.setArray(1, connection.createArrayOf("uuid", articles));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tags.computeIfAbsent(rows.getObject(1, UUID.class), article -> new ArrayList<>())
                            .add(new SearchText.Carried(
                                    rows.getObject(2, UUID.class),
                                    TagType.valueOf(rows.getString(3)),
                                    rows.getBoolean(4),
                                    List.of((String[]) rows.getArray(6).getArray()),
                                    names(rows.getString(5))));
                }
            }
        }
        return tags;
    }

    private static Map<String, String> names(@Nullable String json) {
        return Json.MAPPER.convertValue(Json.read(String.valueOf(json), Object.class), new TypeReference<>() {});
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time.toInstant();
    }
}
