package dev.dateline.editorial.front;

import dev.dateline.content.FrontContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The working copy of a front. */
@Entity
public class Front extends WorkingCopy<FrontContent> {

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private FrontContent content;

    protected Front() {}

    @SuppressWarnings("NullAway.Init") // edit or replace follows before anything is stored
    Front(UUID id, Instant now) {
        super(id, now);
    }

    void edit(FrontContent content, Instant now) {
        edit(content, content.externalId(), content.language(), content.slug(), now);
    }

    @Override
    public FrontContent content() {
        return content;
    }

    @Override
    protected void content(FrontContent content) {
        this.content = content;
    }
}
