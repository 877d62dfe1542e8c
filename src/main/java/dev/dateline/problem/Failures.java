package dev.dateline.problem;

import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpClosedException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.QueryTimeoutException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure comes down to. The reason may be wrapped, and it may be suppressed: a transaction that cannot be
 * committed carries the lost connection so.
 */
public final class Failures {

    /**
     * SQLState classes: connection exception, insufficient resources (too many connections, no memory, a full disk), and
     * operator intervention, which is a server that shuts down; and a transaction that stood still for too long, whose connection it
     * takes.
     */
    private static final Set<String> AWAY = Set.of("08", "53", "57P0", "25P03");

    /** SQLState: a lock was not to be had in time. */
    private static final String LOCKED = "55P03";

    /** SQLState class: one of two that waited for each other was given up. */
    private static final String ROLLED_BACK = "40";

    /** SQLState: there is no room to write. */
    private static final String DISK_FULL = "53100";

    private Failures() {}

    /**
     * The problem that a failure comes down to, or null when it is one of our own. A broken unique constraint is the
     * caller's: its name ends in {@code _<column>_key}, and the column is the field.
     */
    public static @Nullable Problem problem(Throwable failure) {
        return reasons(failure).stream()
                .map(Failures::one)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether it failed because the connection to the database is lost, or none was to be had. */
    public static boolean areOfALostDatabase(Throwable failure) {
        return reasons(failure).stream().anyMatch(Failures::isDatabaseAway);
    }

    /** Whether it failed for want of the database or of a lock: the same may do well a moment later. */
    public static boolean arePassing(Throwable failure) {
        return reasons(failure).stream()
                .anyMatch(reason -> isDatabaseAway(reason) || isLocked(reason) || isQueueFull(reason));
    }

    /** Whether the caller is told to try again: what was to be done is not at fault. */
    public static boolean areUnavailability(Throwable failure) {
        Problem problem = problem(failure);
        return problem != null && problem.type() == ProblemType.UNAVAILABLE;
    }

    /** What the database said when it could not do its part, if that is why something failed. Nothing of what was sent is in it. */
    public static Optional<String> wordsOfALostDatabase(Throwable failure) {
        return reasons(failure).stream()
                .filter(Failures::isDatabaseAway)
                .reduce((outer, inner) -> inner)
                .map(reason -> isOfALostBatch(reason)
                        ? "The connection was lost."
                        : String.valueOf(reason.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""));
    }

    private static boolean isQueueFull(Throwable reason) {
        return reason instanceof Problem problem && problem.type() == ProblemType.UNAVAILABLE;
    }

    private static boolean isLocked(Throwable reason) {
        String state = String.valueOf(state(reason));
        return reason instanceof LockAcquisitionException || LOCKED.equals(state) || state.startsWith(ROLLED_BACK);
    }

    /** The failure, then what caused it and what it suppressed, the nearest first, but a failed commit last. */
    private static Set<Throwable> reasons(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>();
        Set<Throwable> reasons = new LinkedHashSet<>();
        Set<Throwable> commits = new LinkedHashSet<>();
        next.add(failure);
        while (!next.isEmpty()) {
            Throwable reason = next.remove();
            if (seen.add(reason)) {
                (isFailedCommit(reason) ? commits : reasons).add(reason);
                if (reason.getCause() != null) {
                    next.add(reason.getCause());
                }
                next.addAll(Arrays.asList(reason.getSuppressed()));
                if (reason instanceof SQLException sql && sql.getNextException() != null) {
                    next.add(sql.getNextException());
                }
            }
        }
        reasons.addAll(commits);
        return reasons;
    }

    private static boolean isFailedCommit(Throwable reason) {
        return reason instanceof RollbackException
                || reason instanceof HeuristicMixedException
                || reason instanceof HeuristicRollbackException;
    }

    private static @Nullable Problem one(Throwable reason) {
        if (reason instanceof Problem problem) {
            return problem;
        } else if (reason instanceof ForbiddenException) {
            return new Problem(ProblemType.FORBIDDEN, "The role of this key or token does not allow this.");
        } else if (reason instanceof HttpClosedException || reason instanceof ClosedChannelException) {
            return new Problem(ProblemType.BAD_REQUEST, "The connection ended before the body did.");
        } else if (reason instanceof ConstraintViolationException violation
                && violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
            return taken(String.valueOf(violation.getConstraintName()));
        } else if (reason instanceof ConstraintViolationException violation
                && violation.getKind() == ConstraintViolationException.ConstraintKind.FOREIGN_KEY) {
            return Problem.conflict(
                    "What this refers to has just been deleted, or what this deletes is referred to now. Read again.");
        }
        String unavailable = unavailable(reason);
        return unavailable == null ? null : new Problem(ProblemType.UNAVAILABLE, unavailable);
    }

    private static @Nullable String unavailable(Throwable reason) {
        if (isLocked(reason)) {
            return "Others were writing the same just now. Try again.";
        } else if (reason instanceof QueryTimeoutException) {
            return "The answer takes too long to compute. Ask for less, or try again.";
        } else if (DISK_FULL.equals(state(reason))) {
            return "The disk of the database is full. Try again when there is room.";
        } else if (isDatabaseAway(reason)) {
            return "The database does not answer. Try again soon.";
        } else if (reason instanceof SQLException sql && sql.getSQLState() == null) {
            return "No connection to the database is free. Try again soon.";
        } else if (isFailedCommit(reason)) {
            return "The database did not complete this. Look whether it took effect, and try again.";
        }
        return null;
    }

    private static Problem taken(String constraint) {
        String field = constraint.contains("external_id") ? "externalId" : constraint.contains("slug") ? "slug" : "";
        return field.isEmpty()
                ? Problem.conflict("Somebody else has just taken this. Try again.")
                : Problem.conflict("/" + field, "Another one has this " + field + " already.");
    }

    private static boolean isDatabaseAway(Throwable reason) {
        if (reason instanceof JDBCConnectionException || isOfALostBatch(reason)) {
            return true;
        }
        String state = state(reason);
        return state != null && AWAY.stream().anyMatch(state::startsWith);
    }

    /** The driver takes it for impossible that a connection is lost in the middle of a batch. */
    private static boolean isOfALostBatch(Throwable reason) {
        StackTraceElement[] trace = reason.getStackTrace();
        return reason instanceof AssertionError
                && trace.length > 0
                && trace[0].getClassName().startsWith("org.postgresql.");
    }

    private static @Nullable String state(Throwable reason) {
        return reason instanceof SQLException sql ? sql.getSQLState() : null;
    }
}
