package dev.dateline.editorial.tag;

import dev.dateline.content.TagContent;
import dev.dateline.content.TagProfile;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.ByLanguage;
import dev.dateline.editorial.SlugChoice;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays content over a tag: its names by language, a slug that is free, and parents that can be. */
@Singleton
class TagEditing {

    private final TagRepository tags;
    private final TagHierarchy hierarchy;
    private final AdvisoryLockRepository locks;

    TagEditing(TagRepository tags, TagHierarchy hierarchy, AdvisoryLockRepository locks) {
        this.tags = tags;
        this.hierarchy = hierarchy;
        this.locks = locks;
    }

    /** @throws Problem that names what cannot be */
    void edit(Tag tag, TagContent content) {
        tags.forgetResolved();
        Map<String, String> names = ByLanguage.canonical(content.names(), "/names");
        String language =
                names.containsKey("en") ? "en" : names.keySet().iterator().next();
        String slug = SlugChoice.choose(
                content.slug(),
                new SlugChoice.Present(tag.slug(), null, null, () -> true),
                names.get(language),
                language,
                tag.id(),
                wanted -> isTaken(wanted, tag.id()));
        for (int i = 0; i < content.aliases().size(); i++) {
            if (isTaken(content.aliases().get(i), tag.id())) {
                throw Problem.conflict("/aliases/" + i, "This slug leads to another tag.");
            }
        }
        tag.edit(
                content.withNames(names).withProfile(canonical(content.profile())),
                Objects.requireNonNull(slug),
                hierarchy.parents(tag, content.parents()),
                DatabaseClock.now());
    }

    private static @Nullable TagProfile canonical(@Nullable TagProfile profile) {
        if (profile != null
                && profile.image() != null
                && (profile.image().url() == null || profile.image().id() != null)) {
            throw Problem.invalid("/profile/image", "must have a url and no id: a tag's picture lies elsewhere");
        }
        return profile == null
                ? null
                : profile.withDescriptions(ByLanguage.canonical(profile.descriptions(), "/profile/descriptions"));
    }

    private boolean isTaken(String slug, UUID self) {
        locks.lock("tag " + slug);
        return tags.taken(slug, self);
    }
}
