package dev.dateline.media;

import dev.dateline.content.ContentKind;
import dev.dateline.content.Image;
import dev.dateline.database.LockingRepository;
import dev.dateline.database.OneColumn;
import dev.dateline.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Every query of editors about pictures. */
@ApplicationScoped
public class ImageRepository implements LockingRepository<LibraryImage> {

    private static final String IS_OVER = "coalesce(p.expires_at <= now(), false)";

    /** While its page is withdrawn, an update is shown to nobody. */
    private static final String IS_THERE = "(p.kind <> 'live-update' or exists (select 1 from published_live_update u"
            + " join published_article a on a.id = u.article_id where u.id = p.target_id))";

    byte[] secret() {
        return (byte[]) getEntityManager()
                .createNativeQuery("select secret from media_store")
                .getSingleResult();
    }

    public UUID storeId() {
        return column("select id from media_store", "id", UUID.class).getSingleResult();
    }

    public Optional<LibraryImage> ofDigest(String digest) {
        return find("file.digest", digest).firstResultOptional();
    }

    /** The picture that was fetched from an address, by the digest of that. */
    public Optional<UUID> ofAddress(String digest) {
        return column("select image_id from image_address where digest = :digest", "image_id", UUID.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    /** Whether any picture was fetched from an address. */
    public boolean hasAddresses() {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (select 1 from image_address)")
                .getSingleResult();
    }

    public void noteAddress(String digest, UUID image) {
        getEntityManager()
                .createNativeQuery("insert into image_address (digest, image_id) values (:digest, :image)"
                        + " on conflict (digest) do update set image_id = excluded.image_id")
                .setParameter("digest", digest)
                .setParameter("image", image)
                .executeUpdate();
    }

    Map<UUID, LibraryImage> byId(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : find("id in ?1", ids).stream().collect(Collectors.toMap(LibraryImage::id, Function.identity()));
    }

    /** Those there are, so that none of them is deleted until the end of the transaction. */
    Set<UUID> held(Set<UUID> ids) {
        return new HashSet<>(
                column("select id from image where id in (:ids) order by id for key share", "id", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** Which of these digests have a picture. */
    Set<String> known(Collection<String> digests) {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select i.file.digest from LibraryImage i where i.file.digest in (:some)"
                                + " union select i.file.master from LibraryImage i where i.file.master in (:some)",
                        String.class)
                .setParameter("some", digests)
                .getResultList());
    }

    /** What names a picture, published or not. */
    @SuppressWarnings("unchecked")
    public List<ContentReference> uses(UUID image) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("select kind, target_id from image_use where image_id = :image"
                        + " union select kind, target_id from published_image where image_id = :image"
                        + " order by 1, 2 limit 1000")
                .setParameter("image", image)
                .getResultList();
        return rows.stream()
                .map(row -> new ContentReference(ContentKind.named((String) row[0]), (UUID) row[1]))
                .toList();
    }

    /** Whether something public shows it. */
    public boolean isPublic(UUID image) {
        return exists("select 1 from published_image where image_id = :image", image);
    }

    /** Whether something names it that is scheduled, or was approved and not published since. */
    public boolean isAwaited(UUID image) {
        return exists(
                "select 1 from image_use u join working_copy c on c.id = u.target_id where u.image_id = :image"
                        + " and (c.scheduled_at is not null or"
                        + " (select max(r) from unnest(c.approved_revisions) r) > coalesce(c.published_revision, 0))",
                image);
    }

    private <T> NativeQuery<T> column(String query, String name, Class<T> type) {
        return OneColumn.query(getEntityManager().unwrap(Session.class), query, name, type);
    }

    private boolean exists(String query, UUID image) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (" + query + ")")
                .setParameter("image", image)
                .getSingleResult();
    }

    /** Says which pictures a working copy names. */
    void use(ContentKind kind, UUID target, Set<UUID> images) {
        images.forEach(image -> getEntityManager()
                .createNativeQuery("insert into image_use (image_id, kind, target_id) values (:image, :kind, :target)"
                        + " on conflict do nothing")
                .setParameter("image", image)
                .setParameter("kind", kind.name())
                .setParameter("target", target)
                .executeUpdate());
    }

    void forgetUses(UUID target) {
        getEntityManager()
                .createNativeQuery("delete from image_use where target_id = :target")
                .setParameter("target", target)
                .executeUpdate();
    }

    /** Forgets what something public showed. @return the public names of it */
    List<String> hide(UUID target) {
        return column(
                        "delete from published_image where target_id = :target returning media_key",
                        "media_key",
                        String.class)
                .setParameter("target", target)
                .getResultList();
    }

    void show(ContentKind kind, UUID target, PlacedImage placed) {
        ShownImage image = placed.shown();
        getEntityManager()
                .createNativeQuery("""
                        insert into published_image (media_key, target_id, kind, image_id, master, master_width, master_height,
                            has_alpha, focal_x, focal_y, licence_url, territories, expires_at, place, image, article_id, visible_from, visible_until)
                        values (:key, :target, :kind, :image, :master, :width, :height, :alpha, :x, :y, cast(:licence as text), cast(:territories as jsonb),
                            cast(:expires as timestamptz), :place, cast(:said as jsonb), cast(:article as uuid), cast(:from as timestamptz),
                            cast(:until as timestamptz))""")
                .setParameter("key", image.key())
                .setParameter("target", target)
                .setParameter("kind", kind.name())
                .setParameter("image", image.imageId())
                .setParameter("master", image.master())
                .setParameter("width", image.masterWidth())
                .setParameter("height", image.masterHeight())
                .setParameter("alpha", image.hasAlpha())
                .setParameter("x", image.focalX())
                .setParameter("y", image.focalY())
                .setParameter("licence", text(image.licenceUrl()))
                .setParameter("territories", Json.write(image.territories()))
                .setParameter("expires", text(image.expiresAt()))
                .setParameter("place", placed.place())
                .setParameter("said", Json.write(placed.image()))
                .setParameter("article", text(image.exposure().article()))
                .setParameter("from", text(image.exposure().from()))
                .setParameter("until", text(image.exposure().until()))
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Whether something was said of a picture since something public has shown it. */
    boolean hasChangedSinceShown(UUID target) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (select 1 from published_image p join image i on i.id = p.image_id"
                        + " where p.target_id = :target and i.modified_at > p.shown_since)")
                .setParameter("target", target)
                .getSingleResult();
    }

    /** Each half has an index, and reads no more than is asked for. */
    List<ContentReference> outdated(int count) {
        String half = "(select p.kind, p.target_id from published_image p where %s and " + IS_THERE + " limit :count)";
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select distinct kind, target_id from ("
                                + half.formatted("not p.left_out and p.expires_at <= now()") + " union all "
                                + half.formatted("p.left_out and coalesce(p.expires_at, 'infinity') > now()")
                                + ") outdated",
                        Object[].class)
                .setParameter("count", count)
                .getResultStream()
                .map(row -> new ContentReference(ContentKind.named((String) row[0]), (UUID) row[1]))
                .toList();
    }

    boolean isOutdated(UUID target) {
        return exists(
                "select 1 from published_image p where p.target_id = :image and p.left_out <> " + IS_OVER + " and "
                        + IS_THERE,
                target);
    }

    /** Where they stand in what shows them, as they were published. */
    Map<String, Image> shownWithRights(UUID target) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select p.place, cast(p.image as text) from published_image p where p.target_id = :target and not "
                                + IS_OVER,
                        Object[].class)
                .setParameter("target", target)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> Json.read((String) row[1], Image.class), (one, same) -> one));
    }

    List<String> settle(UUID target) {
        return column(
                        "update published_image p set left_out = " + IS_OVER
                                + " where p.target_id = :target returning p.media_key",
                        "media_key",
                        String.class)
                .setParameter("target", target)
                .getResultList();
    }

    /** Another end of the rights to a picture, also where it is public. @return its public names */
    public List<String> expire(LibraryImage image) {
        return column(
                        "update published_image set expires_at = (select rights_expire_at from image where id = :image)"
                                + " where image_id = :image returning media_key",
                        "media_key",
                        String.class)
                .setParameter("image", image.id())
                .getResultList();
    }
}
