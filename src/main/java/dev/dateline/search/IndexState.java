package dev.dateline.search;

import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.time.DatabaseClock;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search may use.
 *
 * @param outdated articles that have changed since the index heard of them: they must not be shown as it has them
 * @param entitlement what may be found, or null for everything
 * @param isCurrent whether it has all that the node has been told
 */
record IndexState(
        SearchIndex index, Set<UUID> outdated, @Nullable Entitlement entitlement, boolean isCurrent) {

    /** The index for one request, which closes it. */
    IndexReading read() throws IOException {
        return index.read(outdated, entitlement);
    }

    /** An answer that was made from it: it may be kept only if nothing was missing, and until the next withdrawal. */
    Answer settled(IndexReading reading, Answer answer) throws IOException {
        Answer known = answer.shownUntil(reading.nextWithdrawal())
                .dependsOn(
                        ContentKind.ARTICLE.cacheGroup(), ContentKind.LIVE_UPDATE.cacheGroup(), TagCacheGroups.LOOKS);
        return isCurrent && !reading.isCutShort() ? known : known.until(DatabaseClock.now());
    }
}
