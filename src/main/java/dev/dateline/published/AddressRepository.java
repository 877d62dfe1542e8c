package dev.dateline.published;

import dev.dateline.content.ContentKind;
import dev.dateline.database.DeliveryReads;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Hands addresses out. Those who read find what an address leads to in the same statement. */
@ApplicationScoped
public class AddressRepository implements PanacheRepositoryBase<Address, Address.Key> {

    private final DeliveryReads reads;

    AddressRepository(DeliveryReads reads) {
        this.reads = reads;
    }

    public boolean takenByOther(Address.Key key, UUID self) {
        return findByIdOptional(key)
                .filter(address -> !address.targetId().equals(self))
                .isPresent();
    }

    /** Whether the thing has, or once had, this address. */
    public boolean isOf(Address.Key key, UUID self) {
        return findByIdOptional(key)
                .filter(address -> address.targetId().equals(self))
                .isPresent();
    }

    /**
     * Gives the address to a thing; harmless when it has it already.
     *
     * @param fresh whether the thing has just been made, so that it cannot have the address yet
     * @throws Problem {@code conflict} when it is, or was, somebody else's
     */
    public void assign(Address.Key key, UUID target, boolean fresh, Instant now) {
        if (fresh) {
            persist(new Address(key, target, now));
        } else if (!assignIfFree(key, target, now) && takenByOther(key, target)) {
            throw Problem.conflict("/slug", "This address belongs to something else.");
        }
    }

    /** The same where it does not matter who has it; whether it is newly given. */
    public boolean assignIfFree(Address.Key key, UUID target, Instant now) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into address (kind, slug, language, target_id, since) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing")) {
                insert.setString(1, key.kind());
                insert.setString(2, key.slug());
                insert.setString(3, key.language());
                insert.setObject(4, target);
                insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** What slugs and ids of this kind lead to or led to, for readers: by the words, where there is something. */
    public Map<String, UUID> targets(ContentKind kind, Collection<String> words) {
        List<UUID> ids = words.stream().flatMap(Parameters::uuids).toList();
        Map<String, UUID> targets = new HashMap<>();
        reads.read(session -> session.createNativeQuery(
                                "select slug, target_id from address where kind = :kind"
                                        + " and (slug = any(:words) or target_id = any(:ids))",
                                Object[].class)
                        .addScalar("slug", String.class)
                        .addScalar("target_id", UUID.class)
                        .setParameter("kind", kind.name())
                        .setParameter("words", words.toArray(String[]::new))
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .forEach(row -> Stream.of((String) row[0], row[1].toString())
                        .filter(words::contains)
                        .forEach(word -> targets.put(word, (UUID) row[1])));
        return targets;
    }

    /** All slugs that these things have or had, for readers. */
    public Map<UUID, List<String>> slugs(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return reads
                .read(session -> session.createNativeQuery(
                                "select distinct target_id, slug from address where target_id = any(:ids) order by slug",
                                Object[].class)
                        .addScalar("target_id", UUID.class)
                        .addScalar("slug", String.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }
}
