package dev.dateline.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one of PostgreSQL's own programs and waits for it. */
final class PostgresCommand {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path binaries;
    private final Path log;

    PostgresCommand(Path binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
    }

    Path log() {
        return log;
    }

    void run(String program, List<String> arguments) {
        int status = status(program, arguments);
        if (status != 0) {
            throw new DatabaseFailure("PostgreSQL's " + program + " failed with status " + status + ". The end of "
                    + log + ":\n" + tail());
        }
    }

    /** Runs it, and gives the status with which it ended. */
    int status(String program, List<String> arguments) {
        List<String> line = new ArrayList<>();
        if (ROOT && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and the files stay ours.
            line.addAll(List.of("/usr/bin/unshare", "--user"));
        }
        line.add(binaries.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        try {
            // Output goes to the file, never to a pipe: the server inherits it and would keep a pipe open.
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new DatabaseFailure("Cannot run PostgreSQL's " + program + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted while waiting for PostgreSQL's " + program, e);
        }
    }

    private String tail() {
        try {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 1000));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
