package dev.dateline.editorial.site;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Every query about the working copy of the site. */
@ApplicationScoped
class SiteRepository implements WorkingCopyRepository<Site> {

    Optional<Site> theOne() {
        return findAll().firstResultOptional();
    }
}
