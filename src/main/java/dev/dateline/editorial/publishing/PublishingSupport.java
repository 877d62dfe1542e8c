package dev.dateline.editorial.publishing;

import dev.dateline.access.Caller;
import dev.dateline.change.ChangeLog;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.json.InputReader;
import dev.dateline.media.ImageLibrary;
import dev.dateline.published.AddressRepository;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.published.Withdrawal;
import dev.dateline.published.WithdrawalRepository;
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
        AuditLog audit,
        ImageLibrary images,
        PublicationRules rules) {

    /** Tells readers why something is gone. What was withdrawn for a legal reason is also not shown by looking back. */
    void tell(UUID id, Withdrawn withdrawn) {
        withdrawals.replace(
                new Withdrawal(id, withdrawn.withdrawnKind(), withdrawn.withdrawnNote(), withdrawn.withdrawnAt()));
        if (withdrawn.isLegal()) {
            states.forget(id);
        }
    }
}
