package dev.dateline.published;

import dev.dateline.cache.Answer;
import dev.dateline.database.DeliveryReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about what is gone. */
@ApplicationScoped
public class WithdrawalRepository implements PanacheRepositoryBase<Withdrawal, UUID> {

    private final DeliveryReads reads;

    WithdrawalRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    /** What a reader is answered where something was: 410, with the public note. */
    public Answer answer(UUID target, String detail) {
        Withdrawal withdrawal = reads.read(session -> session.get(Withdrawal.class, target));
        @Nullable WithdrawalView view = withdrawal == null ? null : withdrawal.view();
        return Answer.withdrawn(detail, view);
    }

    public void replace(Withdrawal withdrawal) {
        getEntityManager().merge(Objects.requireNonNull(withdrawal));
    }
}
