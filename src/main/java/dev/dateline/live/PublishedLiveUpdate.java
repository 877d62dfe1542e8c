package dev.dateline.live;

import dev.dateline.content.Block;
import dev.dateline.content.Body;
import dev.dateline.content.LiveUpdateContent;
import dev.dateline.content.PublishedBlock;
import dev.dateline.database.JsonTextType;
import dev.dateline.json.JsonText;
import dev.dateline.published.RenderedBody;
import dev.dateline.tag.TagPlaceholder;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Type;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An update of a live page as the public sees it, rendered once when it is published. Readers get it while its page is public.
 * Of a withdrawn one the place stays, so that those who have it are told.
 */
@Entity
@SuppressWarnings("unused") // queries read the fields
public class PublishedLiveUpdate {

    @Id
    private UUID id;

    private UUID articleId;

    /** Of its last change: they rise in the order in which changes become visible, since one is published at a time. */
    private long number;

    private Instant changedAt;
    private Instant publishedAt;
    private @Nullable Instant withdrawAt;
    private boolean keyEvent;
    private boolean pinned;
    private @Nullable String title;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> contributors;

    @Type(JsonTextType.class)
    private @Nullable JsonText view;

    @Embedded
    private @Nullable RenderedBody body;

    protected PublishedLiveUpdate() {}

    @SuppressWarnings("NullAway.Init") // replace follows before it is stored
    public PublishedLiveUpdate(UUID id, UUID article) {
        this.id = id;
        this.articleId = article;
    }

    /**
     * Replaces what is public by this content.
     *
     * @param language of its page
     * @param number greater than any other
     */
    public void replace(
            LiveUpdateContent content,
            String language,
            Instant publishedAt,
            Instant updatedAt,
            @Nullable Instant withdrawAt,
            Instant now,
            long number) {
        this.number = number;
        this.changedAt = now;
        this.publishedAt = publishedAt;
        this.withdrawAt = withdrawAt;
        this.keyEvent = Boolean.TRUE.equals(content.keyEvent());
        this.pinned = Boolean.TRUE.equals(content.pinned());
        this.title = content.title();
        this.contributors = List.copyOf(content.contributors());
        String own = Objects.requireNonNullElse(content.language(), language);
        this.view = JsonText.of(new LiveUpdateView(
                id,
                LivePage.path(articleId) + "/" + id,
                own,
                publishedAt,
                updatedAt,
                title,
                keyEvent,
                pinned,
                content.byline().stream()
                        .map(credit -> TagPlaceholder.byline(credit, own))
                        .toList(),
                null));
        this.body = new RenderedBody(new Body(
                content.body().stream().flatMap(PublishedLiveUpdate::published).toList()));
    }

    /** Links to articles stand in its text, so none has to be found. */
    private static Stream<PublishedBlock> published(Block block) {
        return Stream.ofNullable(block.published(article -> null));
    }

    /** @param number greater than any other */
    public void withdraw(Instant now, long number) {
        this.number = number;
        this.changedAt = now;
        this.withdrawAt = null;
        this.keyEvent = false;
        this.pinned = false;
        this.title = null;
        this.contributors = List.of();
        this.view = null;
        this.body = null;
    }

    /** Its page. */
    public UUID articleId() {
        return articleId;
    }
}
