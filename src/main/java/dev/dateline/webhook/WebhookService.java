package dev.dateline.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.access.Administered;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangeRepository;
import dev.dateline.changefeed.ChangeHistoryRepository;
import dev.dateline.content.ContentKind;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.MergePatch;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps webhooks. */
@Singleton
class WebhookService {

    private static final int MOST = 100;

    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final ChangeRepository log;
    private final ChangeHistoryRepository history;
    private final WebhookChecks checks;
    private final InputReader inputs;
    private final Event<Administered> administered;

    WebhookService(
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            ChangeRepository log,
            ChangeHistoryRepository history,
            WebhookChecks checks,
            InputReader inputs,
            Event<Administered> administered) {
        this.administered = administered;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.history = history;
        this.checks = checks;
        this.inputs = inputs;
    }

    /** It is told of what changes from now on. */
    WebhookView create(JsonNode body) {
        WebhookInput input = inputs.read(body, WebhookInput.class);
        WebhookInput checked = checks.check(input, null);
        return QuarkusTransaction.joiningExisting().call(() -> create(checked));
    }

    private WebhookView create(WebhookInput input) {
        webhooks.lock();
        if (webhooks.count() >= MOST) {
            throw Problem.conflict("There are " + MOST + " webhooks already, and there may be no more.");
        }
        Webhook webhook = new Webhook(Identifiers.next(), input, log.end(), DatabaseClock.now());
        webhooks.persist(webhook);
        told(webhook.id(), Administered.Act.CREATE);
        return WebhookView.of(webhook, 0, true);
    }

    @Transactional
    List<WebhookView> all() {
        return webhooks.all().stream().map(webhook -> view(webhook, false)).toList();
    }

    private WebhookView view(Webhook webhook, boolean withSecret) {
        return WebhookView.of(webhook, deliveries.waiting(webhook.id()), withSecret);
    }

    @Transactional
    WebhookView get(UUID id) {
        return view(webhooks.findByIdOptional(id).orElseThrow(Problem::notFound), false);
    }

    /** As a message is sent to it. */
    @Transactional
    Webhook webhook(UUID id) {
        return webhooks.findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** @param patch JSON Merge Patch, laid over what is there when it is saved: of two at once, neither undoes the other */
    WebhookView change(UUID id, JsonNode patch) {
        Optional<WebhookView> changed = Optional.empty();
        while (changed.isEmpty()) {
            changed = tryToChange(id, patch);
        }
        return changed.get();
    }

    /** Nothing when somebody else has changed it meanwhile: checking an address takes time, and holds no lock. */
    private Optional<WebhookView> tryToChange(UUID id, JsonNode patch) {
        WebhookInput former =
                QuarkusTransaction.joiningExisting().call(() -> webhook(id).input());
        WebhookInput input = inputs.read(MergePatch.apply(Json.tree(former), patch), WebhookInput.class);
        WebhookInput checked = checks.check(input, former);
        // when it is paused meanwhile, only a patch that says so ends that
        Boolean paused = Objects.equals(input.paused(), former.paused()) ? null : input.paused();
        return QuarkusTransaction.joiningExisting().call(() -> {
            Webhook webhook = forUpdate(id);
            return webhook.input().equals(former) ? Optional.of(change(webhook, checked, paused)) : Optional.empty();
        });
    }

    private WebhookView change(Webhook webhook, WebhookInput input, @Nullable Boolean paused) {
        UUID id = webhook.id();
        WebhookPause pause = webhook.pause();
        webhook.change(input);
        told(id, Administered.Act.EDIT);
        if (paused != null) {
            webhook.pause(paused);
        }
        if (pause != null && webhook.pause() == null) {
            deliveries.hurry(id, DatabaseClock.now());
            if (pause == WebhookPause.BEHIND && !log.isKept(webhook.position())) { // a replay may have brought it back
                webhook.listenFrom(log.end());
            }
        }
        return view(webhook, false);
    }

    private void told(UUID webhook, Administered.Act act) {
        administered.fire(new Administered(ContentKind.WEBHOOK, webhook, act));
    }

    private Webhook forUpdate(UUID id) {
        return webhooks.forUpdate(id).orElseThrow(Problem::notFound);
    }

    @Transactional
    void delete(UUID id) {
        webhooks.delete(forUpdate(id));
        told(id, Administered.Act.DELETE);
    }

    @Transactional
    WebhookView changeKey(UUID id, boolean withOverlap) {
        Webhook webhook = forUpdate(id);
        webhook.changeKey(withOverlap, DatabaseClock.now());
        told(id, Administered.Act.EDIT);
        return view(webhook, true);
    }

    /** @param from which changes to tell again, those among them that were told already too */
    @Transactional
    WebhookView replay(UUID id, ChangePosition from) {
        Webhook webhook = forUpdate(id);
        history.requireKept(from);
        webhook.listenFrom(from);
        told(id, Administered.Act.EDIT);
        return view(webhook, false);
    }

    @Transactional
    WebhookDeliveryView again(UUID webhook, UUID delivery) {
        WebhookDelivery found = deliveries.forUpdate(webhook, delivery).orElseThrow(Problem::notFound);
        Instant now = DatabaseClock.now();
        if (found.isTaken(now)) {
            throw Problem.conflict("It is being told just now.");
        }
        found.again(now);
        told(webhook, Administered.Act.EDIT);
        return found.view();
    }
}
