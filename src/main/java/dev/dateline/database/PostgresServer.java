package dev.dateline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts and stops the server of one folder, and knows its process by the number that it leaves there. */
final class PostgresServer {

    /** How long the processes of a killed server may take to notice that it is gone. */
    private static final Duration LEFTOVERS = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PostgresCommand command;
    private final Path cluster;
    private final int port;

    PostgresServer(PostgresCommand command, Path cluster, int port) {
        this.command = command;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts it, and waits until it has recovered. A server that is still there from before is stopped first.
     *
     * @throws DatabaseFailure when it does not start; the message has the end of its log
     */
    void start() {
        boolean wasKilled = Files.exists(pidFile());
        stop();
        long began = System.nanoTime();
        Duration patience = wasKilled ? LEFTOVERS : Duration.ZERO;
        while (true) {
            try {
                command.run("pg_ctl", arguments());
                return;
            } catch (DatabaseFailure stillInUse) {
                if (System.nanoTime() - began > patience.toNanos()) {
                    throw stillInUse;
                }
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted while waiting for PostgreSQL", e);
        }
    }

    private List<String> arguments() {
        String settings = String.join(
                " ",
                "-c listen_addresses=127.0.0.1",
                "-c port=" + port,
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c jit=off",
                "-c log_min_messages=warning",
                "-c log_checkpoints=off",
                "-c shared_buffers=256MB",
                "-c max_wal_size=2GB",
                "-c timezone=UTC");
        return List.of(
                "start",
                "--pgdata=" + cluster,
                "--options=" + settings,
                "--log=" + command.log(),
                "--wait",
                "-t",
                "300");
    }

    /** Stops it, cutting off whoever is connected. What does not stop when it is told to is killed; nothing durable is lost. */
    void stop() {
        if (!stop("fast", 60) && !stop("immediate", 10)) {
            process().ifPresent(ProcessHandle::destroyForcibly);
            if (!hasEndedWithin(10)) {
                throw new DatabaseFailure("The PostgreSQL process in " + pidFile() + " does not end.");
            }
        }
    }

    private boolean stop(String mode, int seconds) {
        if (process().isEmpty()) {
            return true;
        }
        // its status is of no use: it also fails when the server ends by itself at the same moment
        command.status(
                "pg_ctl", List.of("stop", "--pgdata=" + cluster, "--mode=" + mode, "--wait", "-t", "" + seconds));
        return hasEndedWithin(1);
    }

    private boolean hasEndedWithin(int seconds) {
        try {
            ended().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return process().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted while waiting for PostgreSQL", e);
        }
    }

    /** Completes when it does not run, or does not run any more. */
    CompletableFuture<?> ended() {
        return process()
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Its main process; a number that another program has by now counts as none. */
    private Optional<ProcessHandle> process() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().stream().allMatch(name -> name.contains("postgres")));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
