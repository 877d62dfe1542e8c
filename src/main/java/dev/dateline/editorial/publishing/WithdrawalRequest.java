package dev.dateline.editorial.publishing;

import dev.dateline.http.Parameters;
import dev.dateline.published.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * Why something is withdrawn.
 *
 * @param note what readers are told, plain text
 */
record WithdrawalRequest(Withdrawal.Kind kind, @Nullable String note) {

    private static final int MAX_NOTE = 2_000;

    /** Why people withdraw; that something has expired is for the clock to say. */
    private enum Reason {
        WITHDRAWN(Withdrawal.Kind.WITHDRAWN),
        LEGAL(Withdrawal.Kind.LEGAL);

        private final Withdrawal.Kind kind;

        Reason(Withdrawal.Kind kind) {
            this.kind = kind;
        }
    }

    static WithdrawalRequest read(@Nullable String reason, @Nullable String note) {
        Parameters parameters = new Parameters();
        Reason why = parameters.choice("kind", reason, Reason.class, Reason.WITHDRAWN);
        String told = parameters.text("note", note, MAX_NOTE);
        parameters.check();
        return new WithdrawalRequest(why.kind, told);
    }
}
