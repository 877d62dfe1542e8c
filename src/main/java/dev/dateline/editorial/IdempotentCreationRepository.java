package dev.dateline.editorial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class IdempotentCreationRepository implements PanacheRepositoryBase<IdempotentCreation, IdempotentCreation.Key> {

    void forgetBefore(Instant time) {
        delete("createdAt < ?1", time);
    }
}
