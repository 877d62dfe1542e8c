package dev.dateline.tag;

import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Tells when tags come to be seen by readers, and when they are seen no more. Nobody publishes a tag: it follows from what
 * articles carry, from what stands below it, and from its being announced.
 */
@Singleton
public class TagPublicity {

    private final TagPublicityRepository tags;
    private final ChangeLog changes;

    TagPublicity(TagPublicityRepository tags, ChangeLog changes) {
        this.tags = tags;
        this.changes = changes;
    }

    /** Of these and all above them, those that no reader sees. To be asked before something is changed. */
    public Set<UUID> hidden(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : tags.hidden(ids);
    }

    /**
     * Tells what is other now, in the transaction that has changed it.
     *
     * @param before what {@link #hidden} said of these before
     */
    public void settle(Set<UUID> before, Collection<UUID> ids) {
        tags.flush();
        Set<UUID> now = hidden(ids);
        before.stream().filter(tag -> !now.contains(tag)).forEach(tag -> note(tag, Change.Event.PUBLISHED));
        now.stream().filter(tag -> !before.contains(tag)).forEach(this::gone);
    }

    /**
     * Tells of the tags of an article, to those who get it only now. For some it is the first that they may have of such a tag; for whom,
     * depends on all else that they may have.
     */
    public void comesWith(UUID article) {
        tags.comingWith(article).forEach(tag -> note(tag, Change.Event.UPDATED));
    }

    /** Tells that no reader sees a tag any more. */
    public void gone(UUID tag) {
        note(tag, Change.Event.WITHDRAWN);
    }

    private void note(UUID tag, Change.Event event) {
        changes.note(new Change(
                ContentKind.TAG, tag, event, Set.of(TagCacheGroups.CARRIED, ContentKind.TAG.cacheGroup(tag))));
    }
}
