package dev.dateline.editorial.storylist;

import dev.dateline.editorial.WorkingCopyRepository;
import dev.dateline.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every query about working copies of story lists. */
@ApplicationScoped
public class StoryListRepository implements WorkingCopyRepository<StoryList> {

    /** Lists by id, slug or externalId, under the very words that were asked for; what is unknown is absent. */
    public Map<String, UUID> resolve(Collection<String> references) {
        Map<String, UUID> found = new HashMap<>();
        if (references.isEmpty()) {
            return found;
        }
        List<UUID> ids = references.stream().flatMap(Parameters::uuids).toList();
        List<StoryList> lists = list("slug in (?1) or externalId in (?1) or id in (?2)", references, ids);
        lists.forEach(list -> found.put(String.valueOf(list.externalId()), list.id()));
        lists.forEach(list -> found.put(String.valueOf(list.slug()), list.id()));
        lists.forEach(list -> found.put(list.id().toString(), list.id()));
        return found;
    }
}
