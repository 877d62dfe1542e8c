package dev.dateline.article;

import dev.dateline.content.ArticleLink;
import dev.dateline.content.Correction;
import dev.dateline.database.AnyOf;
import dev.dateline.database.DeliveryReads;
import dev.dateline.http.Cursor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one query for corrections across articles. */
@Singleton
class CorrectionRepository {

    private final DeliveryReads reads;

    CorrectionRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** @param withdrawAt when its article is to be withdrawn, or null */
    record Row(CorrectionView view, @Nullable Instant withdrawAt) {}

    /** Newest first, with the articles that they are about. */
    List<Row> page(Set<String> languages, @Nullable Cursor cursor, int count) {
        boolean backwards = cursor != null && cursor.backwards();
        String direction = backwards ? "asc" : "desc";
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query =
                new StringBuilder("select c.id, c.type, c.text, c.revision, c.at, a.id, a.language, a.slug,"
                        + " a.headline, a.withdrawAt from PublishedArticle a join a.corrections c where 1 = 1");
        if (!languages.isEmpty()) {
            query.append(" and ").append(AnyOf.ranges("a.language", languages, parameters));
        }
        if (cursor != null) {
            query.append(" and (c.at, c.id) ").append(backwards ? ">" : "<").append(" (:at, :after)");
            parameters.put("at", cursor.time());
            parameters.put("after", cursor.id());
        }
        query.append(" order by c.at %1$s, c.id %1$s".formatted(direction)).append(DeliveryReads.limit(count));
        return reads.read(session -> {
            var corrections = session.createSelectionQuery(query.toString(), Object[].class);
            parameters.forEach(corrections::setParameter);
            return corrections.getResultList().stream()
                    .map(row -> new Row(
                            new CorrectionView(
                                    (UUID) row[0],
                                    (Correction.Type) row[1],
                                    (String) row[2],
                                    (Long) row[3],
                                    (Instant) row[4],
                                    ArticleLink.to((UUID) row[5], (String) row[6], (String) row[7], (String) row[8])),
                            (Instant) row[9]))
                    .toList();
        });
    }
}
