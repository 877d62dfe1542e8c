package dev.dateline.editorial.front;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every query about working copies of fronts. */
@ApplicationScoped
class FrontRepository implements WorkingCopyRepository<Front> {

    boolean slugTaken(String slug, UUID self) {
        return count("slug = ?1 and id <> ?2", slug, self) > 0;
    }
}
