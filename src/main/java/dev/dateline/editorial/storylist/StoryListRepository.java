package dev.dateline.editorial.storylist;

import dev.dateline.editorial.SluggedRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of story lists. */
@ApplicationScoped
public class StoryListRepository implements SluggedRepository<StoryList> {}
