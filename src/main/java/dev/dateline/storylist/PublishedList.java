package dev.dateline.storylist;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A story list as the public sees it: the order that was published, and nothing that was not. */
@Entity
public class PublishedList {

    @Id
    private UUID id;

    private String slug;
    private @Nullable String language;
    private String title;
    private @Nullable String description;
    private boolean numbered;
    private Instant publishedAt;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "published_list_item", joinColumns = @JoinColumn(name = "list_id"))
    @OrderColumn(name = "position")
    private List<Entry> entries = new ArrayList<>();

    /** An article by id, or a link, with what the editor put over it. */
    @Embeddable
    public record Entry(
            @Nullable UUID articleId,
            @Nullable String url,
            @Nullable String headline,
            @Nullable String kicker) {}

    protected PublishedList() {}

    @SuppressWarnings("NullAway.Init") // edit or replace follows before anything is stored
    public PublishedList(UUID id) {
        this.id = id;
    }

    /** Replaces what is public by this content, which must have a title. */
    public void replace(StoryListContent content, String slug, Instant publishedAt, Instant updatedAt) {
        this.slug = slug;
        this.language = content.language();
        this.title = Objects.requireNonNull(content.title());
        this.description = content.description();
        this.numbered = content.numbered();
        this.publishedAt = publishedAt;
        this.updatedAt = updatedAt;
        entries.clear();
        content.items()
                .forEach(item -> entries.add(new Entry(
                        item.article() == null ? null : UUID.fromString(item.article()),
                        item.url(),
                        item.headline(),
                        item.kicker())));
    }

    /** What a change of this list touches. */
    public Set<String> cacheGroups() {
        return Set.of(StoryListGroups.ALL, StoryListGroups.one(id), StoryListGroups.address(slug));
    }

    public UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    @Nullable
    String language() {
        return language;
    }

    String title() {
        return title;
    }

    @Nullable
    String description() {
        return description;
    }

    boolean numbered() {
        return numbered;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    List<Entry> entries() {
        return entries;
    }
}
