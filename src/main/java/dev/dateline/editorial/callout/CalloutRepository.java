package dev.dateline.editorial.callout;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of callouts. */
@ApplicationScoped
public class CalloutRepository implements WorkingCopyRepository<Callout> {}
