package dev.dateline.editorial.liveupdate;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of updates of live pages. */
@ApplicationScoped
public class LiveUpdateRepository implements WorkingCopyRepository<LiveUpdate> {}
