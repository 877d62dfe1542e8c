package dev.dateline;

import dev.dateline.database.DatabaseFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/** Tells whoever typed a command why it failed. */
final class CommandFailure {

    private CommandFailure() {}

    /** What says itself what to do needs no trace of where it was found. */
    static int told(Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
        if (failure instanceof DatabaseFailure || failure instanceof IOException) {
            System.err.println(words(failure));
            return 1;
        }
        throw failure;
    }

    /** Of a file, Java says only which it is. */
    private static String words(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "There is no file or folder " + failure.getMessage() + ".";
        }
        String message = failure.getMessage();
        return message == null || failure instanceof FileSystemException ? failure.toString() : message;
    }
}
