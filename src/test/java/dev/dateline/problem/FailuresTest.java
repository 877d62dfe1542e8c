package dev.dateline.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;

/** What failures come down to, however they are wrapped. */
class FailuresTest {

    private static Throwable wrapped(Throwable reason) {
        return new IllegalStateException("outside", new RuntimeException("inside", reason));
    }

    private static Throwable uncommitted(Throwable reason) {
        RollbackException failure = new RollbackException("could not commit");
        failure.addSuppressed(reason);
        return failure;
    }

    @Test
    void aDatabaseThatIsKilledInTheMiddleIsUnavailableAndNoFaultOfOurs() {
        for (String state : List.of("08000", "08003", "08006", "57P01", "57P02", "57P03")) {
            SQLException lost = new SQLException("terminated", state);
            for (Throwable failure :
                    List.of(lost, wrapped(lost), uncommitted(lost), wrapped(uncommitted(wrapped(lost))))) {
                assertThat(Failures.problem(failure))
                        .as(state)
                        .extracting(Problem::type)
                        .isEqualTo(ProblemType.UNAVAILABLE);
                assertThat(Failures.areOfALostDatabase(failure)).isTrue();
            }
        }
        assertThat(Failures.areOfALostDatabase(new JDBCConnectionException("gone", new SQLException())))
                .isTrue();
    }

    @Test
    void aConnectionThatIsLostInTheMiddleOfABatchIsTooWhateverTheDriverAsserts() {
        AssertionError ofTheDriver = new AssertionError("getAutoCommit() should not throw");
        ofTheDriver.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.postgresql.jdbc.BatchResultHandler", "isAutoCommit", null, 115)
        });
        assertThat(Failures.problem(wrapped(ofTheDriver)))
                .extracting(Problem::type)
                .isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(Failures.wordsOfALostDatabase(wrapped(ofTheDriver))).contains("The connection was lost.");
        assertThat(Failures.problem(wrapped(new AssertionError("of our own")))).isNull();
    }

    @Test
    void aCommitThatFailedForNoReasonThatIsSaidIsUnavailable() {
        assertThat(Failures.problem(wrapped(new RollbackException("could not commit"))))
                .extracting(Problem::type)
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void whatIsBehindAFailedCommitCountsMoreThanTheCommit() {
        assertThat(Failures.problem(uncommitted(Problem.conflict("taken"))))
                .extracting(Problem::type)
                .isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void aFaultOfOurOwnIsNoProblemOfTheCaller() {
        assertThat(Failures.problem(wrapped(new NullPointerException()))).isNull();
        assertThat(Failures.problem(new SQLException("division by zero", "22012")))
                .isNull();
        Throwable self = new RuntimeException("a circle");
        self.addSuppressed(new RuntimeException(self));
        assertThat(Failures.problem(self)).isNull();
    }
}
