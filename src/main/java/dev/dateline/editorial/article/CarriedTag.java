package dev.dateline.editorial.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an article's working copy carries a tag, for queries that begin at the tag; only read. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // by queries only
@Table(name = "article_tag")
class CarriedTag {

    @Embeddable
    record Key(
            @Column(name = "article_id") UUID articleId,
            @Column(name = "tag_id") UUID tagId) {}

    @EmbeddedId
    private Key key;

    CarriedTag() {}
}
