package dev.dateline.editorial.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Actors;
import dev.dateline.access.Caller;
import dev.dateline.access.Role;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.content.ImageContent;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.ByLanguage;
import dev.dateline.editorial.ReadOnlyFields;
import dev.dateline.editorial.WordRepository;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.http.Cursor;
import dev.dateline.http.EntityTags;
import dev.dateline.http.Page;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.json.MergePatch;
import dev.dateline.media.ContentReference;
import dev.dateline.media.ImageFile;
import dev.dateline.media.ImageLibrary;
import dev.dateline.media.ImageRepository;
import dev.dateline.media.LibraryImage;
import dev.dateline.media.ShownImage;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The library of pictures, as editors work with it. The bytes are {@link ImageUploads}' business. */
@Singleton
class ImageService {

    private final InputReader inputs;
    private final ImageRepository images;
    private final ImageListRepository lists;
    private final ImageLibrary library;
    private final WordRepository words;
    private final AdvisoryLockRepository locks;
    private final ChangeLog changes;
    private final AuditLog audit;
    private final Caller caller;
    private final Actors actors;

    ImageService(
            InputReader inputs,
            ImageRepository images,
            ImageListRepository lists,
            ImageLibrary library,
            WordRepository words,
            AdvisoryLockRepository locks,
            ChangeLog changes,
            AuditLog audit,
            Caller caller,
            Actors actors) {
        this.inputs = inputs;
        this.images = images;
        this.lists = lists;
        this.library = library;
        this.words = words;
        this.locks = locks;
        this.changes = changes;
        this.audit = audit;
        this.caller = caller;
        this.actors = actors;
    }

    /** The picture of these bytes, if it is there. */
    @Transactional
    Optional<ObjectNode> ofDigest(String digest) {
        return images.ofDigest(digest).map(this::view);
    }

    @Transactional
    Optional<ImageFile> fileOfDigest(String digest) {
        return images.ofDigest(digest).map(LibraryImage::file);
    }

    /** The picture that was fetched from an address before, if it is there. */
    @Transactional
    Optional<UUID> ofAddress(String address) {
        return images.ofAddress(DigestUtils.sha256Hex(address));
    }

    @Transactional
    boolean hasAddresses() {
        return images.hasAddresses();
    }

    @Transactional
    void noteAddress(String address, UUID id) {
        images.noteAddress(DigestUtils.sha256Hex(address), id);
    }

    /** Adds a picture whose bytes are in the store. */
    @Transactional
    ObjectNode add(ImageFile file, ImageContent content) {
        LibraryImage image = new LibraryImage(Identifiers.next(), file, content, caller.id(), DatabaseClock.now());
        images.persistAndFlush(image);
        words.keep(image.id(), content);
        audit.done(AuditAction.CREATE, ContentKind.IMAGE, image.id(), null);
        return view(image);
    }

    @Transactional
    Page<ObjectNode> list(ImageParameters query) {
        Parameters parameters = new Parameters();
        ImageFilter filter = query.filter(parameters, actors);
        return query.page(
                        parameters,
                        "images " + filter,
                        (cursor, count) -> lists.page(filter, cursor, count),
                        (LibraryImage image) -> Cursor.at(image.uploadedAt(), image.id()))
                .map(this::view);
    }

    @Transactional
    ObjectNode read(String id) {
        return view(library.found(id));
    }

    @Transactional
    ShownImage shown(String id) {
        return library.shown(library.found(id));
    }

    @Transactional
    ImageFile file(String id) {
        return library.found(id).file();
    }

    @Transactional
    List<ImageUse> uses(String id) {
        return images.uses(library.found(id).id()).stream().map(ImageUse::of).toList();
    }

    @Transactional
    ObjectNode patch(UUID id, @Nullable String ifMatch, JsonBody patch) {
        LibraryImage image = locked(id, ifMatch);
        return write(image, MergePatch.apply(view(image), patch.json()));
    }

    @Transactional
    ObjectNode replace(UUID id, @Nullable String ifMatch, JsonBody body) {
        return write(locked(id, ifMatch), body.json());
    }

    /** What is public, or will be as it was approved, is not changed by those who may not publish. */
    private void requireMayChange(LibraryImage image, ImageContent content) {
        if (caller.has(Role.EDITOR) || content.equals(image.content())) {
            return;
        }
        if (!Objects.equals(content.rightsExpireAt(), image.content().rightsExpireAt())
                && images.isPublic(image.id())) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "Only an editor may change when the rights to a public picture end: it counts at once.",
                    List.of(Fault.at("/rightsExpireAt", "must not be changed but by an editor")));
        }
        if (images.isAwaited(image.id())) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "Only an editor may change a picture of something that is approved or scheduled:"
                            + " it would be published otherwise than it was approved.");
        }
    }

    private ObjectNode write(LibraryImage image, JsonNode proposed) {
        ImageContent before = image.content();
        ImageContent given =
                inputs.read(ReadOnlyFields.without(ImageStatus.FIELDS, proposed, view(image)), ImageContent.class);
        ImageContent content = given.withAlt(ByLanguage.canonical(given.alt(), "/alt"));
        requireMayChange(image, content);
        image.edit(content, DatabaseClock.now());
        images.flush();
        if (!content.equals(before)) {
            words.keep(image.id(), content);
            audit.done(AuditAction.EDIT, ContentKind.IMAGE, image.id(), null);
        }
        if (!Objects.equals(content.rightsExpireAt(), before.rightsExpireAt())) {
            Set<String> touched = new HashSet<>();
            images.expire(image).forEach(key -> touched.add(ShownImage.cacheGroup(key)));
            if (!touched.isEmpty()) {
                changes.note(new Change(ContentKind.IMAGE, image.id(), Change.Event.UPDATED, touched));
            }
        }
        return view(image);
    }

    /** @throws Problem {@code conflict} while something names it */
    @Transactional
    void delete(UUID id, @Nullable String ifMatch) {
        caller.require(Role.EDITOR);
        LibraryImage image = locked(id, ifMatch);
        List<ContentReference> uses = images.uses(id);
        if (!uses.isEmpty()) {
            ImageUse first = ImageUse.of(uses.get(0));
            throw Problem.conflict("The picture is in use, by " + first.href() + " for one. See " + ImageResource.PATH
                    + "/" + id + "/uses.");
        }
        images.delete(image);
        words.forget(id);
        audit.done(AuditAction.DELETE, ContentKind.IMAGE, id, null);
    }

    /** Nothing is published meanwhile: it would take over what is not so any more. */
    private LibraryImage locked(UUID id, @Nullable String ifMatch) {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        LibraryImage image = images.forUpdate(id).orElseThrow(Problem::notFound);
        EntityTags.require(ifMatch, image.version(), () -> "Read the picture again and decide.");
        return image;
    }

    private ObjectNode view(LibraryImage image) {
        ObjectNode view = (ObjectNode) Json.tree(ImageStatus.of(image, actors.of(image.uploadedBy())));
        view.setAll((ObjectNode) Json.tree(image.content()));
        return view;
    }
}
