package dev.dateline.editorial.front;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of fronts. */
@ApplicationScoped
class FrontRepository implements WorkingCopyRepository<Front> {}
