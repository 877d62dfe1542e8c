package dev.dateline.poll;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of polls. */
@ApplicationScoped
public class PollRepository implements WorkingCopyRepository<Poll> {}
