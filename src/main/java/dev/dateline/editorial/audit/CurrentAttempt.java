package dev.dateline.editorial.audit;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What a request turns out to try, where its method and address alone do not say it. */
@RequestScoped
class CurrentAttempt {

    private volatile @Nullable AuditAction action;

    void is(@Nullable AuditAction told) {
        action = told;
    }

    @Nullable
    AuditAction action() {
        return action;
    }
}
