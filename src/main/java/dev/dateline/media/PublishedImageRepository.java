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

    /** Of more that show the same one, these decide; what readers see comes first. */
    private static final int MOST = 100;

    private final DeliveryReads reads;

    PublishedImageRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** All that shows it, also what readers do not see just now. */
    List<Showing> byKey(String key) {
        return reads.read(session -> session.createNativeQuery("""
                        select p.image_id, p.master, p.master_width, p.master_height, p.has_alpha, p.focal_x, p.focal_y,
                            p.expires_at, p.article_id, p.visible_from, p.visible_until,
                            p.article_id is null or exists (select 1 from published_article a where a.id = p.article_id),
                            p.licence_url, cast(p.territories as text)
                        from published_image p where p.media_key = :key
                        order by 12 desc, p.visible_from is null or p.visible_from <= now() desc,
                            p.visible_until is null or p.visible_until > now() desc""" + DeliveryReads.limit(MOST), Object[].class)
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
