package dev.dateline.live;

import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Updates as readers get them.
 *
 * @param changedAt when what was filled in, such as a writer's name, last changed; or null
 */
record ShownUpdates(List<JsonText> items, @Nullable Instant changedAt) {}
