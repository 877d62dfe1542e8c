package dev.dateline.editorial.liveupdate;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of updates of live pages. */
@ApplicationScoped
public class LiveUpdateRepository implements WorkingCopyRepository<LiveUpdate> {

    /** While its page is withdrawn, nobody reads it. */
    @Override
    public String isRead() {
        return "publishedRevision is not null and exists (select 1 from Article p"
                + " where p.id = this.articleId and p.publishedRevision is not null)";
    }
}
