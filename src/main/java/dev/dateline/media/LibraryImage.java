package dev.dateline.media;

import dev.dateline.content.ImageContent;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A picture that was uploaded. Its bytes never change; what is said of it does. */
@Entity
@Table(name = "image")
public class LibraryImage {

    @Id
    private UUID id;

    private long version;

    @Embedded
    private ImageFile file;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private ImageContent content;

    private @Nullable Instant rightsExpireAt;
    private String uploadedBy;
    private Instant uploadedAt;
    private Instant modifiedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected LibraryImage() {}

    public LibraryImage(UUID id, ImageFile file, ImageContent content, String uploadedBy, Instant now) {
        this.id = id;
        this.version = 1;
        this.file = file;
        this.content = content;
        this.rightsExpireAt = content.rightsExpireAt();
        this.uploadedBy = uploadedBy;
        this.uploadedAt = now;
        this.modifiedAt = now;
    }

    /** Says something else of it. */
    public void edit(ImageContent other, Instant now) {
        if (!other.equals(content)) {
            content = other;
            rightsExpireAt = other.rightsExpireAt();
            modifiedAt = now;
            version++;
        }
    }

    /** Whether nobody may publish it any more. */
    boolean isExpired(Instant now) {
        return rightsExpireAt != null && !rightsExpireAt.isAfter(now);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public ImageFile file() {
        return file;
    }

    public ImageContent content() {
        return content;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }
}
