package dev.dateline.editorial.image;

import dev.dateline.http.Cursor;
import dev.dateline.media.LibraryImage;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The one query for lists of pictures. */
@Singleton
class ImageListRepository {

    private static final String IS_USED = "(exists (select 1 from image_use u where u.image_id = i.id)"
            + " or exists (select 1 from published_image p where p.image_id = i.id))";

    private final Session session;

    ImageListRepository(Session session) {
        this.session = session;
    }

    /** Newest first. */
    List<LibraryImage> page(ImageFilter filter, @Nullable Cursor cursor, int count) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("select i.* from image i where true");
        if (filter.words() != null) {
            query.append(" and i.id in (select w.id from working_copy_words w where has_words(w.words, :words))");
            parameters.put("words", filter.words());
        }
        if (filter.used() != null) {
            query.append(filter.used() ? " and " : " and not ").append(IS_USED);
        }
        if (filter.rightsEndBefore() != null) {
            query.append(" and i.rights_expire_at < :rightsEndBefore");
            parameters.put("rightsEndBefore", filter.rightsEndBefore());
        }
        if (filter.uploadedBy() != null) {
            query.append(" and i.uploaded_by = any(:uploadedBy)");
            parameters.put("uploadedBy", filter.uploadedBy().toArray(String[]::new));
        }
        boolean backwards = cursor != null && cursor.backwards();
        if (cursor != null) {
            query.append(" and (i.uploaded_at, i.id) ")
                    .append(backwards ? ">" : "<")
                    .append(" (:at, :after)");
            parameters.put("at", cursor.time());
            parameters.put("after", cursor.id());
        }
        query.append(backwards ? " order by i.uploaded_at, i.id" : " order by i.uploaded_at desc, i.id desc")
                .append(" limit ")
                .append(count);
        var page = session.createNativeQuery(query.toString(), LibraryImage.class);
        parameters.forEach(page::setParameter);
        return page.getResultList();
    }
}
