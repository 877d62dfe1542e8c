package dev.dateline.media;

import dev.dateline.content.ContentKind;
import dev.dateline.content.EditorialContent;
import dev.dateline.content.Exposure;
import dev.dateline.content.FocalPoint;
import dev.dateline.content.Image;
import dev.dateline.content.ImageContent;
import dev.dateline.content.ImageRenditions;
import dev.dateline.extension.ExtensionSchemas;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What content of every kind needs of the pictures that it names: at a write, at a publication, at a withdrawal. */
@Singleton
public class ImageLibrary {

    private static final FocalPoint MIDDLE = new FocalPoint(0.5, 0.5);
    private static final int USUAL_WIDTH = 1_600;

    private final ImageRepository images;
    private final ImageKeys keys;
    private final MediaConfig config;
    private final ExtensionSchemas schemas;

    ImageLibrary(ImageRepository images, ImageKeys keys, MediaConfig config, ExtensionSchemas schemas) {
        this.schemas = schemas;
        this.images = images;
        this.keys = keys;
        this.config = config;
    }

    /** @throws Problem {@code invalid-input} when a picture has neither an id nor a url, or both, or there is none of that id */
    public void check(EditorialContent content) {
        Set<UUID> named = named(content);
        Set<UUID> known = named.isEmpty() ? Set.of() : images.held(named);
        List<Fault> faults = new ArrayList<>();
        content.withImages((pointer, image, exposure) -> {
            check(image, known, pointer, faults);
            return image;
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static void check(Image image, Set<UUID> known, String pointer, List<Fault> faults) {
        if (image.id() == null && image.url() == null) {
            faults.add(Fault.at(pointer, "must have the id of an uploaded picture, or a url"));
        } else if (image.id() != null && image.url() != null) {
            faults.add(Fault.at(pointer, "must not have both an id and a url; a patch sends null for the other"));
        } else if (image.id() != null && !known.contains(image.id())) {
            faults.add(Fault.at(pointer + "/id", "must be the id of an uploaded picture"));
        }
        if (image.id() != null && (image.width() != null || image.height() != null)) {
            faults.add(Fault.at(
                    pointer + (image.width() == null ? "/height" : "/width"),
                    "must be left out, or null in a patch: an uploaded picture has its own"));
        }
        Map<String, @Nullable Object> ofThePicture = new LinkedHashMap<>();
        ofThePicture.put("sensitive", image.sensitive());
        ofThePicture.put("renditions", image.renditions());
        ofThePicture.put("extensions", image.extensions());
        ofThePicture.forEach((field, value) -> {
            if (value != null) {
                faults.add(
                        Fault.at(pointer + "/" + field, "must be left out: it is said of an uploaded picture itself"));
            }
        });
    }

    /** A former revision's content without the pictures that have been deleted since. */
    public EditorialContent withoutWhatIsGone(EditorialContent former) {
        Set<UUID> named = named(former);
        if (named.isEmpty()) {
            return former;
        }
        Set<UUID> known = images.byId(named).keySet();
        return former.withImages(
                (pointer, image, exposure) -> image.id() == null || known.contains(image.id()) ? image : null);
    }

    private static Set<UUID> named(EditorialContent content) {
        Set<UUID> named = new LinkedHashSet<>();
        content.withImages((pointer, image, exposure) -> {
            Stream.ofNullable(image.id()).forEach(named::add);
            return image;
        });
        return named;
    }

    /**
     * Notes what a working copy names.
     *
     * @param isAwaited whether an earlier revision may still be published: then what that names is named too
     */
    public void use(
            ContentKind kind, UUID target, @Nullable EditorialContent before, EditorialContent now, boolean isAwaited) {
        if (before != null && !isAwaited) {
            images.forgetUses(target);
        }
        images.use(kind, target, named(now));
    }

    /** Forgets a working copy. */
    public void forget(UUID target) {
        images.forgetUses(target);
    }

    /**
     * What is to be public, and the pictures that it shows. Nothing is in it that readers do not get.
     *
     * @param faults for each picture that is gone, or whose rights are over
     */
    public ShownContent shown(EditorialContent content, Instant now, List<Fault> faults) {
        Map<UUID, LibraryImage> library = images.byId(named(content));
        Set<PlacedImage> shown = new HashSet<>();
        EditorialContent published = content.forReaders(schemas).withImages((pointer, image, exposure) -> {
            if (image.id() == null) {
                return image;
            }
            LibraryImage found = library.get(image.id());
            if (found == null || found.isExpired(now)) {
                faults.add(Fault.at(pointer, found == null ? "names a picture that has been deleted" : over(found)));
                return null;
            }
            FocalPoint point = focalPoint(image, found);
            String key = keys.of(found.file().digest(), point);
            Image complete = published(image, found, key, content.language());
            shown.add(new PlacedImage(
                    pointer,
                    complete,
                    shown(found, key, point, complete.licenceUrl(), complete.territories(), exposure)));
            return complete;
        });
        return new ShownContent(published, shown);
    }

    private static String over(LibraryImage image) {
        return image.isExpired(DatabaseClock.now())
                ? "names a picture whose rights are over: take another one"
                : "names a picture whose rights end before that time, at "
                        + image.content().rightsExpireAt();
    }

    /** Where a picture of the library is shown for itself. */
    public ShownImage shown(LibraryImage image) {
        FocalPoint point = Objects.requireNonNullElse(image.content().focalPoint(), MIDDLE);
        return shown(
                image,
                keys.of(image.file().digest(), point),
                point,
                image.content().licenceUrl(),
                image.content().territories(),
                Exposure.ALWAYS);
    }

    private static FocalPoint focalPoint(Image image, LibraryImage found) {
        return Stream.of(image.focalPoint(), found.content().focalPoint())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(MIDDLE);
    }

    private static ShownImage shown(
            LibraryImage image,
            String key,
            FocalPoint point,
            @Nullable String licenceUrl,
            List<String> territories,
            Exposure exposure) {
        ImageFile file = image.file();
        return new ShownImage(
                key,
                image.id(),
                file.master(),
                file.masterWidth(),
                file.masterHeight(),
                file.hasAlpha(),
                point.x(),
                point.y(),
                licenceUrl,
                territories,
                image.content().rightsExpireAt(),
                exposure);
    }

    private Image published(Image image, LibraryImage library, String key, @Nullable String language) {
        ImageFile file = library.file();
        ImageContent content = library.content();
        ImageRenditions renditions = renditions(file, key);
        int width = usual(renditions.widths());
        return new Image(
                null,
                renditions.address(width),
                width,
                (int) Math.max(1, Math.round((double) file.masterHeight() * width / file.masterWidth())),
                first(image.alt(), content.altIn(language)),
                first(image.caption(), content.caption()),
                first(image.credit(), content.credit()),
                first(image.rights(), content.rights()),
                first(image.licenceUrl(), content.licenceUrl()),
                image.territories().isEmpty() ? content.territories() : image.territories(),
                image.focalPoint() == null ? content.focalPoint() : image.focalPoint(),
                content.sensitive() ? true : null,
                renditions,
                schemas.of("image").shown(content.extensions()));
    }

    private static @Nullable String first(@Nullable String own, @Nullable String other) {
        return own == null ? other : own;
    }

    /** The widest of those that suit a column of text, or the narrowest of all. */
    private static int usual(List<Integer> widths) {
        return widths.stream()
                .filter(width -> width <= USUAL_WIDTH)
                .reduce((narrower, wider) -> wider)
                .orElse(widths.get(0));
    }

    private ImageRenditions renditions(ImageFile file, String key) {
        return new ImageRenditions(
                MediaAddress.MARK + "/" + key + "/{crop}/{width}.{format}",
                RenditionName.widths(config, file.masterWidth()),
                RenditionName.FORMATS,
                RenditionName.crops(config),
                file.placeholder(),
                file.dominantColour());
    }

    /** Whether something was said of a picture since something public has shown it. */
    public boolean hasChangedSince(UUID target) {
        return images.hasChangedSinceShown(target);
    }

    /** Some of what shows pictures to which the rights have ended, or were given again, since it was rendered. */
    public List<ContentReference> outdated(int count) {
        return images.outdated(count);
    }

    public boolean isOutdated(UUID target) {
        return images.isOutdated(target);
    }

    /** The same content for readers, with its pictures as they were published, but without those to which the rights are over. */
    public EditorialContent shownAgain(UUID target, EditorialContent content) {
        Map<String, Image> shown = images.shownWithRights(target);
        return content.forReaders(schemas)
                .withImages((pointer, image, exposure) -> image.id() == null ? image : shown.get(pointer));
    }

    /** Notes that it is rendered with the rights as they are now. @return the cache groups that this touches */
    public Set<String> settle(UUID target) {
        return images.settle(target).stream().map(ShownImage::cacheGroup).collect(Collectors.toSet());
    }

    /**
     * Makes these the pictures that something public shows.
     *
     * @param isFirst whether it showed none before
     * @return the cache groups that this touches
     */
    public Set<String> show(ContentKind kind, UUID target, Set<PlacedImage> shown, boolean isFirst) {
        Set<String> touched = isFirst ? new HashSet<>() : hide(target);
        for (PlacedImage image : shown) {
            images.show(kind, target, image);
            touched.add(image.shown().cacheGroup());
        }
        return touched;
    }

    /** It is public no longer. @return the cache groups that this touches */
    public Set<String> hide(UUID target) {
        Set<String> touched = new HashSet<>();
        images.hide(target).forEach(key -> touched.add(ShownImage.cacheGroup(key)));
        return touched;
    }

    /** A picture, by the id in an address. @throws Problem {@code not-found} */
    public LibraryImage found(String id) {
        return images.findByIdOptional(Parameters.pathId(id)).orElseThrow(Problem::notFound);
    }
}
