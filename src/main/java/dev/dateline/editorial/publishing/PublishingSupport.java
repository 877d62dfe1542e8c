package dev.dateline.editorial.publishing;

import dev.dateline.access.Caller;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.json.InputReader;
import dev.dateline.media.ImageLibrary;
import dev.dateline.published.AddressRepository;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.published.Withdrawal;
import dev.dateline.published.WithdrawalRepository;
import dev.dateline.removal.Removals;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the publishing of every kind of content needs. */
@Singleton
public record PublishingSupport(
        InputReader inputs,
        Caller caller,
        AdvisoryLockRepository locks,
        ChangeLog changes,
        AddressRepository addresses,
        WithdrawalRepository withdrawals,
        PublishedStateRepository states,
        Removals removals,
        AuditLog audit,
        ImageLibrary images,
        PublicationRules rules) {

    /**
     * Tells readers why something is gone. What was withdrawn for a legal reason is also not shown by looking back, and others are told
     * to keep it nowhere.
     */
    void tell(ContentKind kind, UUID id, Withdrawn withdrawn) {
        withdrawals.replace(
                new Withdrawal(id, withdrawn.withdrawnKind(), withdrawn.withdrawnNote(), withdrawn.withdrawnAt()));
        if (withdrawn.isLegal()) {
            states.forget(id);
            removals.note(kind, id, withdrawn.withdrawnNote(), withdrawn.withdrawnBy());
        } else {
            removals.lift(id);
        }
    }

    /** It is public again. */
    void isBack(UUID id) {
        withdrawals.deleteById(id);
        removals.lift(id);
    }
}
