package dev.dateline.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; the message is for the person who started the program. */
public final class DatabaseFailure extends RuntimeException {

    DatabaseFailure(String message) {
        this(message, null);
    }

    DatabaseFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
