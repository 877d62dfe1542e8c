package dev.dateline.editorial.tag;

import dev.dateline.http.Parameters;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagRepository;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the tag that takes over from another. */
@Singleton
class OtherTag {

    private final TagRepository tags;

    OtherTag(TagRepository tags) {
        this.tags = tags;
    }

    /** @throws Problem {@code invalid-input} when there is none, or it cannot take over */
    Tag of(Tag tag, String reference) {
        Tag other = tags.resolve(List.of(reference)).get(reference);
        if (other == null) {
            throw Problem.invalid("/into", "must be the slug or id of a tag that exists");
        }
        if (other.id().equals(tag.id())) {
            throw Problem.invalid("/into", "must be another tag, and none that was merged into this one");
        }
        if (other.type() != tag.type()) {
            throw Problem.invalid("/into", "must be a tag of the same type: " + Parameters.wireName(tag.type()));
        }
        if (other.isRetired()) {
            throw Problem.invalid("/into", "must not be a retired tag; nothing new may carry it");
        }
        return tags.forUpdate(other.id()).orElseThrow();
    }
}
