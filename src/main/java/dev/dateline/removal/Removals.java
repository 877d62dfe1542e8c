package dev.dateline.removal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.access.Actors;
import dev.dateline.access.Administered;
import dev.dateline.access.Caller;
import dev.dateline.content.ContentKind;
import dev.dateline.json.InputReader;
import dev.dateline.live.PublishedLiveUpdateRepository;
import dev.dateline.problem.Problem;
import dev.dateline.published.AddressRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps removals and their receipts. What is to follow from them is told as CDI events, in the same transaction. */
@Singleton
public class Removals {

    private final RemovalRepository removals;
    private final RemovalReceiptRepository receipts;
    private final AddressRepository addresses;
    private final PublishedLiveUpdateRepository updates;
    private final Actors actors;
    private final Caller caller;
    private final InputReader inputs;
    private final Event<Removed> removed;
    private final Event<Reminded> reminded;
    private final Event<Administered> administered;

    Removals(
            RemovalRepository removals,
            RemovalReceiptRepository receipts,
            AddressRepository addresses,
            PublishedLiveUpdateRepository updates,
            Actors actors,
            Caller caller,
            InputReader inputs,
            Event<Removed> removed,
            Event<Reminded> reminded,
            Event<Administered> administered) {
        this.administered = administered;
        this.removals = removals;
        this.receipts = receipts;
        this.addresses = addresses;
        this.updates = updates;
        this.actors = actors;
        this.caller = caller;
        this.inputs = inputs;
        this.removed = removed;
        this.reminded = reminded;
    }

    /** Notes it, in the caller's transaction; when it is removed already, only the note is another. */
    public void note(ContentKind kind, UUID target, @Nullable String note, String who) {
        removals.standing(target).ifPresentOrElse(standing -> standing.explain(note), () -> {
            Removal removal = new Removal(kind, target, note, who, DatabaseClock.now());
            removals.persistAndFlush(removal);
            removed.fire(new Removed(removal));
        });
    }

    /** The legal reason is taken back, if there was one. */
    public void lift(UUID target) {
        removals.standing(target).ifPresent(standing -> standing.lift(DatabaseClock.now()));
    }

    /**
     * What the holder of a receipt is to be told, unless that is over.
     *
     * @param receiver who is told it now
     */
    @Transactional
    public Optional<RemovalNotice> notice(UUID receipt, String receiver) {
        return receipts.findByIdOptional(receipt)
                .flatMap(found -> removals.findByIdOptional(found.removalId())
                        .filter(removal -> removal.liftedAt() == null && found.isOutstanding())
                        .map(removal -> {
                            found.handTo(receiver);
                            return notice(removal, found);
                        }));
    }

    private RemovalNotice notice(Removal removal, RemovalReceipt receipt) {
        ContentKind kind = removal.kind();
        List<String> slugs = addresses.slugs(List.of(removal.target())).getOrDefault(removal.target(), List.of());
        return new RemovalNotice(
                removal.id(),
                kind.name(),
                removal.target(),
                slugs,
                kind.equals(ContentKind.ARTICLE)
                        ? List.copyOf(updates.shown(Set.of(removal.target())).keySet())
                        : List.of(),
                Stream.concat(
                                Stream.of(kind.cacheGroup(), kind.cacheGroup(removal.target())),
                                slugs.stream().map(kind::addressCacheGroup))
                        .toList(),
                removal.note(),
                removal.removedAt(),
                RemovalReceiptResource.PATH + "/" + receipt.token());
    }

    /** By the receiver. @throws Problem {@code not-found} for what is no receipt */
    @Transactional
    RemovalAcknowledged acknowledge(String token, @Nullable JsonNode body) {
        RemovalAcknowledgement given = given(body);
        RemovalReceipt receipt = Optional.of(token)
                .filter(RemovalReceipt::isToken)
                .flatMap(receipts::byToken)
                .orElseThrow(Problem::notFound);
        receipt.acknowledge(given.note(), null, DatabaseClock.now());
        return receipt.acknowledged();
    }

    /** By somebody of the newsroom, who has it from the receiver. @throws Problem {@code not-found} where that was not to be told */
    @Transactional
    RemovalView acknowledge(UUID id, UUID webhook, @Nullable JsonNode body) {
        RemovalAcknowledgement given = given(body);
        Removal removal = found(id);
        actors.note(caller.actor());
        receipts.forUpdate(id, webhook)
                .orElseThrow(Problem::notFound)
                .acknowledge(given.note(), caller.id(), DatabaseClock.now());
        administered.fire(new Administered(ContentKind.REMOVAL, id, Administered.Act.ACKNOWLEDGE));
        return views(List.of(removal)).get(0);
    }

    private RemovalAcknowledgement given(@Nullable JsonNode body) {
        return body == null ? RemovalAcknowledgement.PLAIN : inputs.read(body, RemovalAcknowledgement.class);
    }

    /** Tells those again who have not acknowledged, and webhooks that are new. @throws Problem {@code conflict} when there is nobody */
    @Transactional
    RemovalView remind(UUID id) {
        Removal removal = found(id);
        if (removal.liftedAt() != null) {
            throw Problem.conflict("The legal reason was taken back.");
        }
        reminded.fire(new Reminded(removal));
        if (receipts.of(id).stream().noneMatch(RemovalReceipt::isOutstanding)) {
            throw Problem.conflict("There is nobody who has not acknowledged it.");
        }
        administered.fire(new Administered(ContentKind.REMOVAL, id, Administered.Act.REMIND));
        return views(List.of(removal)).get(0);
    }

    private Removal found(UUID id) {
        return removals.findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    @Transactional
    RemovalView get(UUID id) {
        return views(List.of(found(id))).get(0);
    }

    List<RemovalView> views(List<Removal> some) {
        Map<UUID, List<RemovalReceipt>> all = receipts
                .of(some.stream().map(Removal::id).toList())
                .stream()
                .collect(Collectors.groupingBy(RemovalReceipt::removalId));
        return some.stream()
                .map(removal -> view(removal, all.getOrDefault(removal.id(), List.of())))
                .toList();
    }

    private RemovalView view(Removal removal, List<RemovalReceipt> all) {
        List<RemovalReceiptView> views =
                all.stream().map(receipt -> receipt.view(actors::of)).toList();
        return new RemovalView(
                removal.id(),
                removal.kind().name(),
                removal.target(),
                removal.note(),
                actors.of(removal.removedBy()),
                removal.removedAt(),
                removal.liftedAt(),
                removal.liftedAt() == null
                        ? all.stream().filter(RemovalReceipt::isOutstanding).count()
                        : 0,
                views);
    }
}
