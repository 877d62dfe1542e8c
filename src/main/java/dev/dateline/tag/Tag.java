package dev.dateline.tag;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.TagContent;
import dev.dateline.content.TagProfile;
import dev.dateline.content.TagType;
import dev.dateline.problem.Problem;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A topic, person, organisation, place, series, section or contributor, with its names by language. */
@Entity
@DynamicUpdate // queries write some columns beside it
public class Tag {

    @Id
    private UUID id;

    private long version;

    @Enumerated(EnumType.STRING)
    private TagType type;

    private String slug;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> names;

    /** Every word of every name after a space, in lower case: what editors look through. */
    @SuppressWarnings("UnusedVariable") // a query reads it
    private String foldedNames;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> nameKeys = List.of();

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "tag_alias", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "alias")
    private Set<String> aliases = new TreeSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable TagProfile profile;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> extensions;

    /** As they were named: what is merged meanwhile may be undone. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> parents = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> above = List.of();

    private boolean announced;
    private boolean retired;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> sameAs = List.of();

    @Embedded
    private @Nullable TagMerge merge;

    private UUID leadsTo;
    private Instant looksChangedAt;
    private Instant createdAt;
    private Instant modifiedAt;

    protected Tag() {}

    @SuppressWarnings("NullAway.Init") // edit follows before anything is stored
    public Tag(UUID id, Instant now) {
        this.id = id;
        this.leadsTo = id;
        this.createdAt = now;
        this.looksChangedAt = now;
    }

    /**
     * Takes over everything that an editor may change, if any of it is another. A slug that is given up stays as an alias, so
     * links keep working.
     *
     * @param parents the tags right above it
     */
    public void edit(TagContent content, String slug, TagParents parents, Instant now) {
        Set<String> kept = new TreeSet<>(content.aliases());
        if (this.slug != null && !this.slug.equals(slug)) {
            kept.add(this.slug);
        }
        kept.remove(slug);
        if (version > 0 && isAlready(content, slug, parents.above()) && aliases.containsAll(kept)) {
            return;
        }
        aliases.addAll(kept);
        aliases.remove(slug);
        this.type = content.type();
        this.slug = slug;
        this.names = new TreeMap<>(content.names());
        this.foldedNames = TagName.folded(String.join(" ", names.values()));
        this.nameKeys = TagName.keys(type, names);
        this.parents = parents.named();
        this.above = parents.above();
        this.announced = content.announced();
        this.retired = content.retired();
        this.sameAs = content.sameAs().stream().distinct().toList();
        this.profile = content.profile();
        this.extensions = content.extensions();
        changed(now);
    }

    private boolean isAlready(TagContent content, String slug, List<UUID> above) {
        return type == content.type()
                && this.slug.equals(slug)
                && names.equals(content.names())
                && this.above.equals(above)
                && announced == content.announced()
                && retired == content.retired()
                && sameAs.equals(content.sameAs().stream().distinct().toList())
                && Objects.equals(profile, content.profile())
                && Objects.equals(extensions, content.extensions());
    }

    /** Takes the slugs and addresses of another one that was never stored. */
    public void join(Tag other, Instant now) {
        Set<String> slugs = new TreeSet<>(other.aliases);
        slugs.add(other.slug);
        slugs.remove(slug);
        List<String> addresses =
                Stream.concat(sameAs.stream(), other.sameAs.stream()).distinct().toList();
        boolean hasMore = !addresses.equals(sameAs);
        sameAs = addresses;
        if (aliases.addAll(slugs) || hasMore) {
            looksChanged(now);
            changed(now);
        }
    }

    private void changed(Instant now) {
        this.modifiedAt = now;
        this.version++;
    }

    /** Readers see a difference from now on. */
    public void looksChanged(Instant now) {
        this.looksChangedAt = now;
    }

    /** Leads to another tag from now on; {@link TagMergeRepository} has the others follow that led here. */
    public void mergeInto(Tag other, String by, Instant now) {
        this.merge = new TagMerge(other.id, by, now);
        this.leadsTo = other.leadsTo;
        changed(now);
    }

    /** Stands for itself again. */
    public void undoMerge(Instant now) {
        this.merge = null;
        this.leadsTo = id;
        changed(now);
    }

    /** The name in a language, or in the nearest one there is: a shorter tag, another variant, English, any. */
    public String name(String language) {
        return Stream.concat(Languages.lookupOrder(language), Stream.of("en"))
                .flatMap(range -> nameIn(range).stream())
                .findFirst()
                .orElseGet(() -> names.values().iterator().next());
    }

    private Optional<String> nameIn(String range) {
        return Optional.ofNullable(names.get(range))
                .or(() -> names.entrySet().stream()
                        .filter(name -> Languages.isIn(range, name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public TagType type() {
        return type;
    }

    public String slug() {
        return slug;
    }

    public Map<String, String> names() {
        return names;
    }

    /** What no other tag under the same parents may have. */
    public List<String> nameKeys() {
        return nameKeys;
    }

    public Set<String> aliases() {
        return aliases;
    }

    /** The tags right above it, as they were named. */
    public List<UUID> parents() {
        return parents;
    }

    /** The tags right above it; what they were merged into counts. */
    public List<UUID> above() {
        return above;
    }

    public boolean announced() {
        return announced;
    }

    /** Whether nothing new may carry it. */
    public boolean isRetired() {
        return retired;
    }

    public List<String> sameAs() {
        return sameAs;
    }

    /** Fields of the newsroom's own, also those that readers do not get. */
    public @Nullable Map<String, Object> extensions() {
        return extensions;
    }

    public @Nullable TagProfile profile() {
        return profile;
    }

    public @Nullable TagMerge merge() {
        return merge;
    }

    /** @throws Problem {@code conflict} when it leads to another: then it may neither change nor go */
    public void requireUnmerged() {
        if (isMerged()) {
            throw Problem.conflict("The tag was merged into another. Undo the merge first, or edit the other.");
        }
    }

    public boolean isMerged() {
        return merge != null;
    }

    /** Itself; or the tag that it is merged into, at the end of the chain. */
    public UUID leadsTo() {
        return leadsTo;
    }

    /** When readers last saw a difference in it, or in what stands above it. */
    public Instant looksChangedAt() {
        return looksChangedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }
}
