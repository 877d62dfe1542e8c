package dev.dateline.editorial.callout;

import dev.dateline.callout.CalloutContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The working copy of a callout. */
@Entity
public class Callout extends WorkingCopy<CalloutContent> {

    @JdbcTypeCode(SqlTypes.JSON)
    private CalloutContent content;

    protected Callout() {}

    @SuppressWarnings("NullAway.Init") // edit or replace follows before anything is stored
    Callout(UUID id, Instant now) {
        super(id, now);
    }

    void edit(CalloutContent content, Instant now) {
        edit(content, content.externalId(), content.language(), null, now);
    }

    @Override
    public CalloutContent content() {
        return content;
    }

    @Override
    protected void content(CalloutContent content) {
        this.content = content;
    }
}
