package dev.dateline.media;

import dev.dateline.content.Exposure;
import dev.dateline.database.DeliveryReads;
import dev.dateline.json.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every query of readers about pictures: only what something public shows can be found. */
@Singleton
class PublishedImageRepository {

    private static final String IS_ARTICLE_PUBLIC =
            "(p.article_id is null or exists (select 1 from published_article a where a.id = p.article_id))";

    private static final String IS_ITS_TIME = " and (p.visible_from is null or p.visible_from <= now())"
            + " and (p.visible_until is null or p.visible_until > now())";

    /** Of more that show the same one, these decide. */
    private static final int MOST = 100;

    private final DeliveryReads reads;

    PublishedImageRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** What shows it to readers now; where nothing does, what may later. */
    List<Showing> byKey(String key) {
        List<Showing> visible = byKey(key, " and " + IS_ARTICLE_PUBLIC + IS_ITS_TIME);
        return visible.isEmpty() ? byKey(key, "") : visible;
    }

    private List<Showing> byKey(String key, String condition) {
        return reads.read(session -> session.createNativeQuery(
                        "select p.image_id, p.master, p.master_width, p.master_height, p.has_alpha, p.focal_x, p.focal_y,"
                                + " p.expires_at, p.article_id, p.visible_from, p.visible_until, " + IS_ARTICLE_PUBLIC
                                + ", p.licence_url, cast(p.territories as text)"
                                + " from published_image p where p.media_key = :key" + condition
                                + DeliveryReads.limit(MOST),
                        Object[].class)
                .setParameter("key", key)
                .getResultStream()
                .map(row -> new Showing(image(key, row), (Boolean) row[11]))
                .toList());
    }

    private static ShownImage image(String key, Object[] row) {
        return new ShownImage(
                key,
                (UUID) row[0],
                (String) row[1],
                (Integer) row[2],
                (Integer) row[3],
                (Boolean) row[4],
                (Double) row[5],
                (Double) row[6],
                (String) row[12],
                List.of(Json.read((String) row[13], String[].class)),
                (Instant) row[7],
                new Exposure((UUID) row[8], (Instant) row[9], (Instant) row[10]));
    }
}
