package dev.dateline.editorial.storylist;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every query about working copies of story lists. */
@ApplicationScoped
public class StoryListRepository implements WorkingCopyRepository<StoryList> {

    boolean slugTaken(String slug, UUID self) {
        return count("slug = ?1 and id <> ?2", slug, self) > 0;
    }
}
