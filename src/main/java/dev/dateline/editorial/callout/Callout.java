package dev.dateline.editorial.callout;

import dev.dateline.content.CalloutContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The working copy of a callout. */
@Entity
public class Callout extends WorkingCopy<CalloutContent> {

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
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
