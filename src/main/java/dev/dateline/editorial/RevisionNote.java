package dev.dateline.editorial;

import dev.dateline.http.Parameters;
import org.jspecify.annotations.Nullable;

/** What an author says of a revision, for colleagues. */
public final class RevisionNote {

    public static final String DESCRIPTION = "Why, for colleagues: kept with the revision, up to 500 characters.";

    private static final int MOST = 500;

    private RevisionNote() {}

    public static @Nullable String read(@Nullable String text) {
        Parameters parameters = new Parameters();
        String note = parameters.text("note", text, MOST);
        parameters.check();
        return note;
    }
}
