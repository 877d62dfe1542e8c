package dev.dateline.media;

import dev.dateline.database.DeliveryReads;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Every query of readers about pictures: only what something public shows can be found. */
@Singleton
class PublishedImageRepository {

    private final DeliveryReads reads;

    PublishedImageRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    Optional<ShownImage> byKey(String key) {
        return reads.read(session -> session.createNativeQuery(
                        "select image_id, master, master_width, master_height, has_alpha, focal_x, focal_y, expires_at"
                                + " from published_image where media_key = :key"
                                + " and (expires_at is null or expires_at > now())" + DeliveryReads.ONE,
                        Object[].class)
                .setParameter("key", key)
                .uniqueResultOptional()
                .map(row -> new ShownImage(
                        key,
                        (UUID) row[0],
                        (String) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        (Boolean) row[4],
                        (Double) row[5],
                        (Double) row[6],
                        (Instant) row[7])));
    }
}
