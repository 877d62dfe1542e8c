package dev.dateline.article;

import dev.dateline.cache.Freshness;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ArticleLink;
import dev.dateline.content.Block;
import dev.dateline.content.Body;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Correction;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.PublishedBlock;
import dev.dateline.content.RelatedBlock;
import dev.dateline.database.JsonTextType;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.RenderedBody;
import dev.dateline.tag.Tag;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.Type;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * An article as the public sees it. Publishing renders it once, into finished JSON; a read only hands that out. It is
 * rendered again when something that it shows of other articles changes. Tags are filled in when it is read.
 */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // queries read the rendered fields
public class PublishedArticle {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ArticleKind kind;

    private String language;
    private String slug;
    private String headline;
    private UUID translationGroup;
    private Instant publishedAt;
    private Instant updatedAt;
    private @Nullable Instant withdrawAt;
    private @Nullable Instant shownUntil; // when it is withdrawn, or something that was rendered into it
    private Instant renderedAt;
    private int wordCount;
    private Instant publicSince;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private ArticleContent content;

    @Type(JsonTextType.class)
    private JsonText card;

    @Type(JsonTextType.class)
    private JsonText fullView;

    @Embedded
    private RenderedBody body;

    @ElementCollection
    @CollectionTable(name = "published_article_tag", joinColumns = @JoinColumn(name = "article_id"))
    private Set<PublishedTag> tags = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "published_article_mention", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "mentioned_id")
    private Set<UUID> mentions = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "published_correction", joinColumns = @JoinColumn(name = "article_id"))
    private Set<PublishedCorrection> corrections = new HashSet<>();

    protected PublishedArticle() {}

    @SuppressWarnings("NullAway.Init") // edit or replace follows before anything is stored
    public PublishedArticle(UUID id, Instant now) {
        this.id = id;
        this.publicSince = now;
    }

    /** Replaces what is public by this content, which must have a language and a headline. */
    public void replace(
            ArticleContent content,
            String slug,
            UUID translationGroup,
            Instant publishedAt,
            Instant updatedAt,
            @Nullable Instant withdrawAt) {
        this.withdrawAt = withdrawAt;
        this.kind = Objects.requireNonNull(content.kind());
        this.language = Objects.requireNonNull(content.language());
        this.headline = Objects.requireNonNull(content.headline());
        this.slug = slug;
        this.translationGroup = translationGroup;
        this.content = content.withCorrections(dated(content.corrections(), updatedAt));
        this.publishedAt = publishedAt;
        this.updatedAt = updatedAt;
        mentions.retainAll(mentioned());
        mentions.addAll(mentioned());
        List<PublishedCorrection> corrected =
                this.content.corrections().stream().map(PublishedCorrection::of).toList();
        corrections.retainAll(corrected);
        corrections.addAll(corrected);
    }

    /** A correction is as old as its readers know it, not as its draft. */
    private List<Correction> dated(List<Correction> given, Instant now) {
        Map<UUID, Instant> known = new HashMap<>();
        corrections.forEach(correction -> known.put(correction.id(), correction.at()));
        return given.stream()
                .map(correction -> correction.madePublic(known.getOrDefault(correction.id(), now)))
                .toList();
    }

    /**
     * Carries the tags that it names.
     *
     * @param writers who wrote the updates of a live page, or nobody
     * @param leads what all these lead to, by the ids that they are named by
     * @return whether it carried others before
     */
    public boolean carry(Set<UUID> writers, Map<UUID, Tag> leads) {
        Set<UUID> contributors = content.contributors();
        contributors.addAll(writers);
        Map<UUID, Set<UUID>> named = new LinkedHashMap<>();
        Stream.concat(namedTags().stream(), writers.stream())
                .filter(leads::containsKey)
                .forEach(id -> named.computeIfAbsent(
                                Objects.requireNonNull(leads.get(id)).id(), tag -> new TreeSet<>())
                        .add(id));
        Set<PublishedTag> carried = new HashSet<>();
        named.forEach((tag, ids) -> carried.add(
                PublishedTag.of(tag, ids, ids.stream().anyMatch(contributors::contains), publishedAt, kind)));
        boolean dropsSome = tags.retainAll(carried);
        boolean addsSome = tags.addAll(carried);
        return dropsSome || addsSome;
    }

    /** Names another tag in the place of these. */
    public void retag(Set<UUID> former, UUID other) {
        content = content.withOtherTag(former, other);
    }

    /** The tags that the content names, the byline's too; they may have been merged since. */
    public Set<UUID> namedTags() {
        return content.tagIds();
    }

    /** The articles that the body points to. */
    public Set<UUID> mentioned() {
        Set<UUID> mentioned = new LinkedHashSet<>();
        for (Block block : content.body()) {
            if (block instanceof RelatedBlock related) {
                related.articles().forEach(article -> mentioned.add(UUID.fromString(article)));
            }
        }
        return mentioned;
    }

    /** The blocks of the body as readers get them. */
    List<PublishedBlock> blocks(Map<UUID, ArticleLink> related) {
        return content.body().stream()
                .map(block -> block.published(article -> related.get(UUID.fromString(article))))
                .filter(Objects::nonNull)
                .toList();
    }

    /** @param linkedUntil when the first of the articles that it names is to be withdrawn, or null */
    void rendered(JsonText card, JsonText fullView, Body body, @Nullable Instant linkedUntil, Instant now) {
        this.shownUntil = Freshness.earliest(Stream.of(withdrawAt, linkedUntil));
        this.card = card;
        this.fullView = fullView;
        this.renderedAt = now;
        this.body = new RenderedBody(body);
    }

    int wordCount() {
        return wordCount;
    }

    void counted(int words) {
        this.wordCount = words;
    }

    /** The finished full view. */
    public JsonText whole(BodyFormat format) {
        return body.in(format, fullView);
    }

    /** The tags that it carries. */
    public Set<UUID> tagIds() {
        return tags.stream().map(PublishedTag::tagId).collect(Collectors.toSet());
    }

    /** What a change of this article touches. */
    public Set<String> cacheGroups() {
        Set<String> groups = new LinkedHashSet<>(Set.of(
                ContentKind.ARTICLE.cacheGroup(),
                ContentKind.ARTICLE.cacheGroup(id),
                ContentKind.ARTICLE.addressCacheGroup(slug),
                ArticleCacheGroups.month(publishedAt)));
        Languages.ranges(language).forEach(range -> groups.add(ArticleCacheGroups.language(range)));
        tags.forEach(tag -> groups.add(ContentKind.TAG.cacheGroup(tag.tagId())));
        if (!corrections.isEmpty()) {
            groups.add(ArticleCacheGroups.CORRECTIONS);
        }
        return groups;
    }

    /** The newsroom's own fields that readers get. */
    public @Nullable Map<String, Object> extensions() {
        return content.extensions();
    }

    /** What decides, beside its tags, which partners may have it. */
    public List<Object> rights() {
        return Arrays.asList(language, content.rights());
    }

    public int correctionCount() {
        return corrections.size();
    }

    public ArticleLink link() {
        return ArticleLink.to(id, language, slug, headline);
    }

    public UUID id() {
        return id;
    }

    public UUID translationGroup() {
        return translationGroup;
    }

    public ArticleKind kind() {
        return kind;
    }

    public String language() {
        return language;
    }

    String slug() {
        return slug;
    }

    String headline() {
        return headline;
    }

    /** Since when it has been public without a break, whatever readers are told of its first publication. */
    Instant publicSince() {
        return publicSince;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    public ArticleContent content() {
        return content;
    }
}
