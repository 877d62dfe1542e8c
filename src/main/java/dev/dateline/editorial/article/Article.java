package dev.dateline.editorial.article;

import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The working copy of an article. */
@Entity
public class Article extends WorkingCopy<ArticleContent> {

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // queries read it
    private ArticleKind kind = ArticleKind.ARTICLE;

    private UUID translationGroup;

    @SuppressWarnings("UnusedVariable") // queries read it
    private @Nullable Instant embargoedUntil;

    @ElementCollection
    @CollectionTable(name = "article_tag", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "tag_id")
    private Set<UUID> tags = new HashSet<>();

    protected Article() {}

    Article(UUID id, Instant now) {
        super(id, now);
        this.translationGroup = id;
    }

    /** Takes over content whose references are ids. */
    void edit(ArticleContent content, UUID translationGroup, Instant now) {
        if (edit(content, now)) {
            this.kind = Objects.requireNonNullElse(content.kind(), ArticleKind.ARTICLE);
            this.translationGroup = translationGroup;
            this.embargoedUntil = content.embargoedUntil();
            Set<UUID> used = content.tagIds();
            tags.retainAll(used);
            tags.addAll(used);
        }
    }

    /** Whether it names one of these tags. */
    public boolean names(Set<UUID> some) {
        return !Collections.disjoint(tags, some);
    }

    /** Names another tag in the place of these, in the revision that there is. */
    public void retag(Set<UUID> former, UUID other, Instant now) {
        correct(content().withOtherTag(former, other), now);
        tags.removeAll(former);
        tags.add(other);
    }

    public UUID translationGroup() {
        return translationGroup;
    }
}
