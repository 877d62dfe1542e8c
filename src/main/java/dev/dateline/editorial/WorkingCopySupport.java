package dev.dateline.editorial;

import dev.dateline.access.Actors;
import dev.dateline.access.Caller;
import dev.dateline.content.ContentKind;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.revision.RevisionArchive;
import dev.dateline.editorial.revision.RevisionLabel;
import dev.dateline.editorial.revision.RevisionView;
import dev.dateline.json.InputReader;
import dev.dateline.media.ImageLibrary;
import dev.dateline.problem.Problem;
import dev.dateline.tag.TagRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the writing of every kind of content needs. */
@Singleton
public record WorkingCopySupport(
        InputReader inputs,
        Caller caller,
        RevisionArchive archive,
        AuditLog audit,
        WordRepository words,
        Slugs slugs,
        TagRepository tags,
        ImageLibrary images,
        Actors actors) {

    /** What the tags that content names are called, in every language, and by their slugs. */
    Stream<String> tagNames(EditorialContent content) {
        return tags.byId(content.tagIds()).values().stream()
                .flatMap(tag -> Stream.concat(Stream.of(tag.slug()), tag.names().values().stream()));
    }

    /** @throws Problem {@code not-found} when there is no such revision */
    RevisionLabel label(ContentKind kind, WorkingCopy<?> copy, long number) {
        return number == copy.revision()
                ? copy.label()
                : archive.label(kind, copy.id(), number).orElseThrow(Problem::notFound);
    }

    /** Those before a number, or with null from the current one on; newest first. */
    List<RevisionLabel> labels(ContentKind kind, WorkingCopy<?> copy, @Nullable Long before, int count) {
        long number = before == null ? copy.revision() + 1 : before;
        List<RevisionLabel> labels = new ArrayList<>();
        if (number > copy.revision()) {
            labels.add(copy.label());
        }
        labels.addAll(archive.before(kind, copy.id(), Math.min(number, copy.revision()), count - labels.size()));
        return labels;
    }

    WorkingCopyView view(WorkingCopy<?> copy, @Nullable String publicPath, EditorialContent shown) {
        return new WorkingCopyView(WorkingCopyStatus.of(copy, publicPath, actors::of), shown);
    }

    /** A revision with the name of who made it. */
    RevisionView shown(RevisionLabel label) {
        return RevisionView.of(label, actors.of(label.by()));
    }
}
