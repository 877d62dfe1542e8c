package dev.dateline.editorial;

import dev.dateline.content.ContentKind;
import dev.dateline.content.EditorialContent;
import dev.dateline.published.Address;
import dev.dateline.published.AddressRepository;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives slugs to kinds whose slugs are unique across languages. */
@Singleton
public class Slugs {

    private final AddressRepository addresses;
    private final AdvisoryLockRepository locks;

    Slugs(AddressRepository addresses, AdvisoryLockRepository locks) {
        this.addresses = addresses;
        this.locks = locks;
    }

    /**
     * The slug that was asked for, the one it has, or one made from its title.
     *
     * @param titleBefore from which the present slug may have been made
     * @throws dev.dateline.problem.Problem {@code conflict} when the slug that was asked for is taken
     */
    public @Nullable String choose(
            ContentKind kind,
            WorkingCopyRepository<?> copies,
            WorkingCopy<?> copy,
            EditorialContent content,
            @Nullable String title,
            @Nullable String titleBefore) {
        String slug = copy.slug();
        SlugChoice.Present present = slug == null
                ? SlugChoice.Present.NOTHING
                : new SlugChoice.Present(
                        slug,
                        titleBefore,
                        copy.language(),
                        () -> copy.schedule() != null || addresses.isOf(new Address.Key(kind, slug), copy.id()));
        return SlugChoice.choose(
                content.slug(),
                present,
                title,
                content.language(),
                copy.id(),
                wanted -> isTaken(kind, copies, wanted, copy.id()));
    }

    private boolean isTaken(ContentKind kind, WorkingCopyRepository<?> copies, String slug, UUID self) {
        locks.lock(kind.name() + " " + slug);
        return copies.slugTaken(slug, self) || addresses.takenByOther(new Address.Key(kind, slug), self);
    }
}
