package dev.dateline.problem;

import dev.dateline.http.ProblemMappers;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.QueryTimeoutException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/**
 * A request that fails, thrown from anywhere below a resource and answered as {@code application/problem+json}
 * (RFC 9457) by {@link ProblemMappers}. The detail is shown to the caller: it never holds a class name, SQL or more than
 * a few words of what was sent.
 */
public final class Problem extends RuntimeException {

    /** The class of SQL states that PostgreSQL gives while it stops, crashes or starts. */
    private static final String SHUTTING_DOWN = "57P";

    private final ProblemType type;
    private final String detail;
    private final transient List<Fault> faults;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<Fault> faults) {
        super(type + ": " + detail);
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }

    public static Problem conflict(String detail) {
        return new Problem(ProblemType.CONFLICT, detail);
    }

    public static Problem conflict(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail, List.of(Fault.at(pointer, detail)));
    }

    public static Problem invalid(List<Fault> faults) {
        return new Problem(ProblemType.INVALID_INPUT, summary(faults, "field"), faults);
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(Fault.at(pointer, detail)));
    }

    public static Problem parameter(List<Fault> faults) {
        return new Problem(ProblemType.INVALID_PARAMETER, summary(faults, "parameter"), faults);
    }

    public static Problem parameter(String name, String detail) {
        return parameter(List.of(Fault.parameter(name, detail)));
    }

    public static Problem header(String name, String detail) {
        return new Problem(ProblemType.INVALID_HEADER, name + " " + detail + ".", List.of(Fault.header(name, detail)));
    }

    /**
     * The problem that a failure comes down to, or null when it is one of our own. A broken unique constraint is the
     * caller's: its name ends in {@code _<column>_key}, and the column is the field.
     */
    public static @Nullable Problem causing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof ForbiddenException) {
                return new Problem(ProblemType.FORBIDDEN, "The role of this key or token does not allow this.");
            }
            if (cause instanceof HttpClosedException || cause instanceof ClosedChannelException) {
                return new Problem(ProblemType.BAD_REQUEST, "The connection ended before the body did.");
            }
            if (cause instanceof LockAcquisitionException) {
                return new Problem(ProblemType.UNAVAILABLE, "Others were writing the same just now. Try again.");
            }
            if (cause instanceof QueryTimeoutException) {
                return new Problem(
                        ProblemType.UNAVAILABLE, "The answer takes too long to compute. Ask for less, or try again.");
            }
            if (isDatabaseAway(cause)) {
                return new Problem(ProblemType.UNAVAILABLE, "The database does not answer. Try again soon.");
            }
            if (cause instanceof SQLException sql && sql.getSQLState() == null) {
                return new Problem(ProblemType.UNAVAILABLE, "No connection to the database is free. Try again soon.");
            }
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
                String name = String.valueOf(violation.getConstraintName());
                String field = name.contains("external_id") ? "externalId" : name.contains("slug") ? "slug" : "";
                return field.isEmpty()
                        ? conflict("Somebody else has just taken this. Try again.")
                        : conflict("/" + field, "Another one has this " + field + " already.");
            }
        }
        return null;
    }

    /** Whether it failed because the connection to the database is lost, or none was to be had. */
    public static boolean causedByLostDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isDatabaseAway(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof JDBCConnectionException
                || (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(SHUTTING_DOWN));
    }

    private static String summary(List<Fault> faults, String noun) {
        return faults.size() == 1 ? "One " + noun + " is wrong." : faults.size() + " " + noun + "s are wrong.";
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    public ProblemDetails details() {
        return new ProblemDetails(type.uri(), type.title(), type.status(), detail, faults);
    }
}
