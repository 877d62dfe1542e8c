package dev.dateline.editorial.preview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query about previews. */
@ApplicationScoped
class PreviewRepository implements PanacheRepositoryBase<Preview, UUID> {

    Optional<Preview> valid(byte[] secretHash, Instant now) {
        return find("secretHash = ?1 and expiresAt > ?2", secretHash, now).firstResultOptional();
    }

    List<Preview> ofArticle(UUID article, Instant now) {
        return list("articleId = ?1 and expiresAt > ?2 order by id desc", article, now);
    }

    boolean revoke(UUID article, UUID id) {
        return delete("articleId = ?1 and id = ?2", article, id) > 0;
    }

    void forget(UUID article) {
        delete("articleId", article);
    }

    void forgetExpired(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
