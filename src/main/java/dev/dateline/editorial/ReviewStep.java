package dev.dateline.editorial;

import dev.dateline.editorial.audit.AuditAction;

/** A step of the workflow that is not a publication. */
public enum ReviewStep {
    SUBMIT(AuditAction.SUBMIT),
    APPROVE(AuditAction.APPROVE),
    SEND_BACK(AuditAction.SEND_BACK);

    private final AuditAction action;

    ReviewStep(AuditAction action) {
        this.action = action;
    }

    AuditAction action() {
        return action;
    }
}
