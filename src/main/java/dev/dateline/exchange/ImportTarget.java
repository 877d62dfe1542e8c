package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.EditorialContent;
import dev.dateline.content.TagContent;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.publishing.Publisher;
import dev.dateline.editorial.tag.TagService;
import dev.dateline.json.InputReader;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes records of one kind, through the same services as the editorial API. */
sealed interface ImportTarget {

    /** What was written, and the version it then had. */
    record Written(UUID id, long version) {}

    /** Content that fits, still to be written. */
    interface Prepared {
        Object content();

        Written create();

        /** Empty when it is gone or has been edited here since that version. */
        Optional<Written> update(UUID id, long version);
    }

    /**
     * Reads a record's content, without touching the database.
     *
     * @throws dev.dateline.problem.Problem {@code invalid-input}
     */
    Prepared prepare(ImportRecord.Content record, InputReader inputs);

    boolean isPublic(UUID id);

    /** Empty when it is gone or has been edited here since that version. */
    Optional<Written> withdraw(UUID id, long version);

    /** Told what is about to be created in one transaction. */
    default void expect(List<Prepared> prepared) {}

    /** Everything that has working copies. */
    record OfWorkingCopies<C extends EditorialContent, E extends WorkingCopy<C>>(Publisher<C, E> publisher)
            implements ImportTarget {

        @Override
        public Prepared prepare(ImportRecord.Content record, InputReader inputs) {
            JsonNode json = record.content();
            WorkingCopyService<C, E> copies = publisher.copies();
            C content = inputs.read(json, copies.type());
            return new Prepared() {
                @Override
                public Object content() {
                    return content;
                }

                @Override
                public Written create() {
                    return publish(copies.create(content), record);
                }

                @Override
                public Optional<Written> update(UUID id, long version) {
                    return copies.forUpdate(id)
                            .filter(copy -> copy.version() == version)
                            .map(copy -> {
                                copies.replace(copy, content);
                                return record.publication() == null ? withdrawn(copy) : publish(copy, record);
                            });
                }
            };
        }

        @Override
        public void expect(List<Prepared> prepared) {
            Class<C> type = publisher.copies().type();
            publisher
                    .copies()
                    .expect(prepared.stream()
                            .map(Prepared::content)
                            .filter(type::isInstance)
                            .map(type::cast)
                            .toList());
        }

        @Override
        public boolean isPublic(UUID id) {
            return publisher
                    .copies()
                    .forUpdate(id)
                    .filter(WorkingCopy::isPublic)
                    .isPresent();
        }

        @Override
        public Optional<Written> withdraw(UUID id, long version) {
            return publisher
                    .copies()
                    .forUpdate(id)
                    .filter(copy -> copy.version() == version)
                    .map(this::withdrawn);
        }

        private Written withdrawn(E copy) {
            if (copy.isPublic()) {
                publisher.withdrawAtSource(copy);
            }
            return new Written(copy.id(), copy.version());
        }

        private Written publish(E copy, ImportRecord.Content record) {
            if (record.publication() != null) {
                publisher.release(copy, record.publication());
                record.formerSlugs().forEach(slug -> publisher.keepFormerSlug(copy, slug));
            }
            return new Written(copy.id(), copy.version());
        }
    }

    /** Tags, which are never withdrawn. One that is here already under the same slug is left as it is. */
    record OfTags(TagService tags) implements ImportTarget {

        @Override
        public Prepared prepare(ImportRecord.Content record, InputReader inputs) {
            TagContent content = inputs.read(record.content(), TagContent.class);
            return new Prepared() {
                @Override
                public Object content() {
                    return content;
                }

                @Override
                public Written create() {
                    Tag tag = tags.bySlug(content.slug()).orElseGet(() -> tags.create(content));
                    if (tag.type() != content.type()) {
                        throw Problem.conflict("/slug", "belongs to a tag of another type here");
                    }
                    return new Written(tag.id(), tag.version());
                }

                @Override
                public Optional<Written> update(UUID id, long version) {
                    return tags.update(id, version, content).map(tag -> new Written(tag.id(), tag.version()));
                }
            };
        }

        @Override
        public boolean isPublic(UUID id) {
            return false;
        }

        @Override
        public Optional<Written> withdraw(UUID id, long version) {
            return Optional.empty();
        }
    }
}
