package dev.dateline.editorial;

import dev.dateline.access.Actors;
import dev.dateline.access.Caller;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.revision.RevisionArchive;
import dev.dateline.editorial.revision.RevisionLabel;
import dev.dateline.editorial.revision.RevisionView;
import dev.dateline.json.InputReader;
import dev.dateline.tag.TagRepository;
import jakarta.inject.Singleton;

/** What the writing of every kind of content needs. */
@Singleton
public record WorkingCopySupport(
        InputReader inputs,
        Caller caller,
        RevisionArchive archive,
        AuditLog audit,
        Slugs slugs,
        TagRepository tags,
        Actors actors) {

    /** A revision with the name of who made it. */
    RevisionView shown(RevisionLabel label) {
        return RevisionView.of(label, actors.of(label.by()));
    }
}
