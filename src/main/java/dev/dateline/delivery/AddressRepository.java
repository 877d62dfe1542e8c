package dev.dateline.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what an address leads to, and hands addresses out. */
@ApplicationScoped
public class AddressRepository implements PanacheRepositoryBase<Address, Address.Key> {

    /**
     * What a slug leads to. Without a language, the first that ever had the slug keeps it: a bare address does not change
     * its meaning when another language publishes the same words.
     */
    public Optional<UUID> target(Address.Kind kind, String slug, @Nullable String language) {
        return (language == null
                        ? find("key.kind = ?1 and key.slug = ?2 order by since, targetId", kind, slug)
                        : find("key.kind = ?1 and key.slug = ?2 and key.language = ?3", kind, slug, language))
                .<Address>firstResultOptional()
                .map(Address::targetId);
    }

    /** Whether something was ever public under this id. */
    public boolean everLedTo(UUID target) {
        return count("targetId", target) > 0;
    }

    public boolean takenByOther(Address.Key key, UUID self) {
        return findByIdOptional(key)
                .filter(address -> !address.targetId().equals(self))
                .isPresent();
    }

    /** Gives the address to a thing; harmless when it has it already. */
    public void assign(Address.Key key, UUID target, Instant now) {
        if (findById(key) == null) {
            persist(new Address(key, target, now));
        }
    }
}
