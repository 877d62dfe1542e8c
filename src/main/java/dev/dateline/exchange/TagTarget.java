package dev.dateline.exchange;

import dev.dateline.content.TagContent;
import dev.dateline.editorial.tag.TagService;
import dev.dateline.json.InputReader;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import java.util.Optional;
import java.util.UUID;

/** Tags, which are never withdrawn. One that is here already under the same slug is left as it is. */
record TagTarget(TagService tags) implements ImportTarget {

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
