package dev.dateline.editorial.storylist;

import dev.dateline.content.StoryListContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The working copy of a story list. */
@Entity
public class StoryList extends WorkingCopy<StoryListContent> {

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private StoryListContent content;

    protected StoryList() {}

    @SuppressWarnings("NullAway.Init") // edit or replace follows before anything is stored
    StoryList(UUID id, Instant now) {
        super(id, now);
    }

    void edit(StoryListContent content, Instant now) {
        edit(content, content.externalId(), content.language(), content.slug(), now);
    }

    @Override
    public StoryListContent content() {
        return content;
    }

    @Override
    protected void content(StoryListContent content) {
        this.content = content;
    }
}
