package dev.dateline.content;

import dev.dateline.extension.ExtensionSchemas;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the content of every kind has that editors write: an immutable record with value equality. */
public interface EditorialContent {

    /** Its id in another system. */
    @Nullable
    String externalId();

    /** BCP 47; null while it is undecided, and for what is meant for every language. */
    @Nullable
    String language();

    /** The readable part of its address; null for what has none, or none yet. */
    default @Nullable String slug() {
        return null;
    }

    /** What editors know it by, plain text. */
    @Nullable
    String title();

    /** The ids of the tags that it names, once it is stored. */
    default Set<UUID> tagIds() {
        return Set.of();
    }

    /** The same without those of the newsroom's own fields that readers do not get. */
    default EditorialContent forReaders(ExtensionSchemas schemas) {
        return this;
    }

    /** The same with other pictures. What a kind leaves out here cannot show pictures that were uploaded. */
    default EditorialContent withImages(ImageChange change) {
        return this;
    }
}
