package dev.dateline.editorial.article;

import dev.dateline.editorial.WorkingCopyRepository;
import dev.dateline.http.Parameters;
import dev.dateline.published.Address;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Every query about working copies of articles. */
@ApplicationScoped
public class ArticleRepository implements WorkingCopyRepository<Article> {

    private static final Object EXPECTED = ArticleRepository.class;

    private final TransactionSynchronizationRegistry transaction;

    ArticleRepository(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** Articles by id or externalId, under the very words that were asked for; what is unknown is absent. */
    public Map<String, UUID> resolve(Collection<String> references) {
        Map<String, UUID> found = new HashMap<>();
        Map<String, UUID> byId = new HashMap<>();
        if (references.isEmpty()) {
            return found;
        }
        List<UUID> ids = references.stream().flatMap(Parameters::uuids).toList();
        getEntityManager()
                .createQuery(
                        "select a.id, a.externalId from Article a where a.id in (:ids) or a.externalId in (:words)",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("words", references)
                .getResultStream()
                .forEach(row -> {
                    byId.put(row[0].toString(), (UUID) row[0]);
                    if (row[1] != null) {
                        found.put((String) row[1], (UUID) row[0]);
                    }
                });
        found.putAll(byId); // an id is an id, whatever somebody took for an externalId
        return found;
    }

    /**
     * Whether another article has the slug, or once had it in public. Another transaction that asks for the same slug waits for the end of
     * this transaction, so that two new articles cannot both be told that it is free. Lock and look go to the database
     * together; the look, a statement of its own, sees what the lock waited for.
     */
    private boolean slugTaken(String language, String slug, UUID self) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement look = connection.prepareStatement("""
                    select pg_advisory_xact_lock(hashtextextended(?, 0));
                    select exists (select 1 from article where language = ? and slug = ? and id <> ?)
                        or exists (select 1 from address
                            where kind = 'article' and slug = ? and language = ? and target_id <> ?)
                    """)) {
                look.setString(1, "article " + language + " " + slug);
                look.setString(2, language);
                look.setString(3, slug);
                look.setObject(4, self);
                look.setString(5, slug);
                look.setString(6, language);
                look.setObject(7, self);
                look.execute();
                look.getMoreResults();
                try (ResultSet taken = look.getResultSet()) {
                    taken.next();
                    return taken.getBoolean(1);
                }
            }
        });
    }

    /** Looks up together which slugs are free. The unique constraints stay the judge of what happens in between. */
    void expectSlugs(List<Address.Key> slugs) {
        Set<String> free =
                slugs.stream().map(key -> key.language() + " " + key.slug()).collect(Collectors.toSet());
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement look = connection.prepareStatement("""
                    select wanted.language || ' ' || wanted.slug from unnest(?::text[], ?::text[]) wanted (language, slug)
                    where exists (select 1 from article a where a.language = wanted.language and a.slug = wanted.slug)
                        or exists (select 1 from address d
                            where d.kind = 'article' and d.slug = wanted.slug and d.language = wanted.language)
                    """)) {
                look.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                slugs.stream().map(Address.Key::language).toArray()));
                look.setArray(
                        2,
                        connection.createArrayOf(
                                "text", slugs.stream().map(Address.Key::slug).toArray()));
                try (ResultSet taken = look.executeQuery()) {
                    while (taken.next()) {
                        free.remove(taken.getString(1));
                    }
                }
            }
        });
        transaction.putResource(EXPECTED, new ExpectedSlugs(free, new HashMap<>()));
    }

    /**
     * What is known of slugs in a transaction that creates much.
     *
     * @param taken who was given a slug, and may not be in the database yet
     */
    private record ExpectedSlugs(Set<String> free, Map<String, UUID> taken) {}

    /** Whether another one has a slug; asks the database only where it is not known from {@link #expectSlugs}. */
    boolean isTaken(String language, String slug, UUID self) {
        if (!(transaction.getResource(EXPECTED) instanceof ExpectedSlugs expected)) {
            return slugTaken(language, slug, self);
        }
        String key = language + " " + slug;
        UUID owner = expected.taken().get(key);
        boolean isTaken =
                owner == null ? !expected.free().remove(key) && slugTaken(language, slug, self) : !owner.equals(self);
        if (!isTaken) {
            expected.taken().put(key, self);
        }
        return isTaken;
    }

    Optional<UUID> translationGroup(UUID id) {
        return getEntityManager()
                .createQuery("select a.translationGroup from Article a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Whether there are updates of a live page, published or not. */
    boolean hasUpdates(UUID id) {
        return getEntityManager()
                .createQuery("select exists (select 1 from LiveUpdate u where u.articleId = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** The articles that name one of some tags. */
    public List<UUID> carrying(Set<UUID> tags) {
        return getEntityManager()
                .createQuery(
                        "select distinct c.key.articleId from CarriedTag c where c.key.tagId in (:tags)", UUID.class)
                .setParameter("tags", tags)
                .getResultList();
    }

    /** These, so that nobody else saves them until the end of the transaction. */
    public List<Article> forUpdate(List<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
