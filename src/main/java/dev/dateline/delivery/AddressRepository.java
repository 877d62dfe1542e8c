package dev.dateline.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
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
    public boolean everLedTo(Address.Kind kind, UUID target) {
        return count("targetId = ?1 and key.kind = ?2", target, kind) > 0;
    }

    public boolean takenByOther(Address.Key key, UUID self) {
        return findByIdOptional(key)
                .filter(address -> !address.targetId().equals(self))
                .isPresent();
    }

    /**
     * Gives the address to a thing; harmless when it has it already.
     *
     * @param fresh whether the thing has just been made, so that it cannot have the address yet
     */
    public void assign(Address.Key key, UUID target, boolean fresh, Instant now) {
        if (fresh) {
            persist(new Address(key, target, now));
            return;
        }
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into address (kind, slug, language, target_id, since) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing")) {
                insert.setString(1, key.kind().name());
                insert.setString(2, key.slug());
                insert.setString(3, key.language());
                insert.setObject(4, target);
                insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                insert.execute();
            }
        });
    }
}
