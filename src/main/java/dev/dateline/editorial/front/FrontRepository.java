package dev.dateline.editorial.front;

import dev.dateline.editorial.SluggedRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of fronts. */
@ApplicationScoped
public class FrontRepository implements SluggedRepository<Front> {}
