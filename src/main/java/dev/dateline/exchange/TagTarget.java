package dev.dateline.exchange;

import dev.dateline.content.TagContent;
import dev.dateline.editorial.tag.TagService;
import dev.dateline.json.InputReader;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import java.util.Optional;
import java.util.UUID;

/** Tags, which are never withdrawn. One that is here already under the same slug or name is left as it is, now and later. */
record TagTarget(TagService tags) implements ImportTarget {

    /** No tag has this version, so no import ever changes it. */
    private static final long NOT_OURS = -1;

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
                Tag present = tags.bySlug(content.slug()).orElse(null);
                if (present == null) {
                    return tags.join(content).map(TagTarget::joined).orElseGet(() -> {
                        Tag made = tags.create(content);
                        return new Written(made.id(), made.version());
                    });
                }
                if (present.type() != content.type()) {
                    throw Problem.conflict("/slug", "belongs to a tag of another type here");
                }
                return new Written(
                        present.id(),
                        NOT_OURS,
                        "has the slug of a tag that is here already; that one is left as it is");
            }

            @Override
            public Optional<Written> update(UUID id, long version) {
                if (version == NOT_OURS) {
                    return Optional.of(
                            new Written(id, NOT_OURS, "is a tag of this newsroom's own here, which is left as it is"));
                }
                return tags.update(id, version, content).map(tag -> new Written(tag.id(), tag.version()));
            }
        };
    }

    private static Written joined(Tag tag) {
        return new Written(
                tag.id(),
                NOT_OURS,
                "has the name of the tag " + tag.slug()
                        + ", under the same parents; its slug and addresses lead there");
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
