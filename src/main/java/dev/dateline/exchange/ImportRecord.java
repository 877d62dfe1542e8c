package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** One record of an import. */
sealed interface ImportRecord {

    /** Where it stands: the line, or the number of the item. */
    long number();

    /** What it is called where it comes from. */
    String source();

    /** What it is about; only asked of what is written. */
    default ContentKind kind() {
        return ContentKind.TAG;
    }

    /** Its source, and those of others that it needs. */
    default List<String> sources() {
        return List.of(source());
    }

    /** Whether it does not matter which of it and another such record is there first. */
    default boolean isIndependent() {
        return true;
    }

    /**
     * A record that can be imported.
     *
     * @param source identifies it in later imports of the same material
     * @param publication how it is to be published, or null for a draft
     * @param isOpen whether the record itself says nothing of its publication: then what is public stays so
     * @param formerSlugs addresses that it had where it comes from
     * @param notes what could not be carried over as it was
     */
    record Content(
            long number,
            String source,
            ContentKind kind,
            JsonNode content,
            @Nullable Publication publication,
            boolean isOpen,
            List<String> formerSlugs,
            List<Fault> notes)
            implements ImportRecord {

        /** An article that names no other article. */
        @Override
        public boolean isIndependent() {
            return kind.equals(ContentKind.ARTICLE)
                    && !content.has("translationOf")
                    && content.path("body").findValuesAsText("type").stream().noneMatch("related"::equals);
        }

        /** Whether an earlier import wrote the same; how it was to be published counts only where the record says it. */
        boolean isAsWritten(byte[] digest) {
            return Arrays.equals(digest, digest())
                    || (isOpen && publication == null && Arrays.equals(digest, digest(Publication.NOW)));
        }

        /** Changes when anything changes that would be written. */
        byte[] digest() {
            return digest(publication);
        }

        private byte[] digest(@Nullable Publication publication) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Json.MAPPER.writeValue(out, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return DigestUtils.updateDigest(digest, kind + " " + publication + " " + formerSlugs)
                    .digest();
        }

        Content withContent(JsonNode changed) {
            return new Content(number, source, kind, changed, publication, isOpen, formerSlugs, notes);
        }

        /** The same as a draft. */
        Content unpublished() {
            return new Content(number, source, kind, content, null, false, formerSlugs, notes);
        }

        Content withSlug(String slug) {
            ObjectNode changed = content.deepCopy();
            changed.put("slug", slug);
            return withContent(changed);
        }
    }

    /** A record that is not public any more where it comes from, and must not stay so here. */
    record Gone(long number, String source, ContentKind kind, String reason) implements ImportRecord {
        @Override
        public boolean isIndependent() {
            return false;
        }
    }

    /** That a tag is to be merged into another; both stand in the file before. */
    record Merged(long number, String source, String into) implements ImportRecord {
        @Override
        public List<String> sources() {
            return List.of(source, into);
        }

        @Override
        public boolean isIndependent() {
            return false;
        }
    }

    /** A record that cannot be read. */
    record Refused(long number, String source, List<Fault> faults) implements ImportRecord {}

    /** A record that has no place here, for good reasons. */
    record Skipped(long number, String source, List<Fault> reasons) implements ImportRecord {}
}
