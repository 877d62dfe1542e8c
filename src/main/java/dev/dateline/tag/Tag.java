package dev.dateline.tag;

import dev.dateline.content.TagContent;
import dev.dateline.content.TagProfile;
import dev.dateline.content.TagType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A topic, person, organisation, place, series, section or contributor, with its names by language. */
@Entity
public class Tag {

    /** Guillemets, brackets and hyphens too begin a word; an apostrophe belongs to it. */
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}’]+");

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

    @ElementCollection
    @CollectionTable(name = "tag_alias", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "alias")
    private Set<String> aliases = new TreeSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable TagProfile profile;

    private @Nullable UUID parentId;
    private boolean announced;
    private Instant createdAt;
    private Instant modifiedAt;

    protected Tag() {}

    @SuppressWarnings("NullAway.Init") // edit or replace follows before anything is stored
    public Tag(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
    }

    /** Takes over everything that an editor may change, if any of it is another. A slug that is given up stays as an alias, so links keep working. */
    public void edit(TagContent content, String slug, @Nullable UUID parentId, Instant now) {
        Set<String> kept = new TreeSet<>(content.aliases());
        if (this.slug != null && !this.slug.equals(slug)) {
            kept.add(this.slug);
        }
        kept.remove(slug);
        if (version > 0 && isAlready(content, slug, parentId) && aliases.containsAll(kept)) {
            return;
        }
        aliases.addAll(kept);
        aliases.remove(slug);
        this.type = content.type();
        this.slug = slug;
        this.names = new TreeMap<>(content.names());
        this.foldedNames = folded(String.join(" ", names.values()));
        this.parentId = parentId;
        this.announced = content.announced();
        this.profile = content.profile();
        this.modifiedAt = now;
        this.version++;
    }

    private boolean isAlready(TagContent content, String slug, @Nullable UUID parentId) {
        return type == content.type()
                && this.slug.equals(slug)
                && names.equals(content.names())
                && Objects.equals(this.parentId, parentId)
                && announced == content.announced()
                && Objects.equals(profile, content.profile());
    }

    /**
     * As people type it: in lower case, without ё, with one kind of apostrophe and one space before each word, so that the
     * beginning of any word can be looked for. Empty without a word.
     */
    static String folded(String text) {
        String typed = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("['’ʼ]", "’");
        String words = NO_WORD.matcher(typed).replaceAll(" ").strip();
        return words.isEmpty() ? "" : " " + words;
    }

    /** The name in a language, or in the nearest one there is: the plain language, English, any. */
    public String name(String language) {
        String exact = names.get(language);
        if (exact != null) {
            return exact;
        }
        String plain = names.get(language.split("-", 2)[0]);
        if (plain != null) {
            return plain;
        }
        String english = names.get("en");
        return english != null ? english : names.values().iterator().next();
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

    public Set<String> aliases() {
        return aliases;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    @Nullable
    Tag above(Map<UUID, Tag> known) {
        return parentId == null ? null : known.get(parentId);
    }

    public boolean announced() {
        return announced;
    }

    public @Nullable TagProfile profile() {
        return profile;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }
}
