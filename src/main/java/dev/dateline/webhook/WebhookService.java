package dev.dateline.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangeRepository;
import dev.dateline.changefeed.ChangeHistoryRepository;
import dev.dateline.changefeed.ChangeSelections;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.MergePatch;
import dev.dateline.outbound.OutboundAddress;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps webhooks. */
@Singleton
class WebhookService {

    private static final int MOST = 100;

    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final ChangeRepository log;
    private final ChangeHistoryRepository history;
    private final ChangeSelections selections;
    private final OutboundAddress addresses;
    private final InputReader inputs;

    WebhookService(
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            ChangeRepository log,
            ChangeHistoryRepository history,
            ChangeSelections selections,
            OutboundAddress addresses,
            InputReader inputs) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.history = history;
        this.selections = selections;
        this.addresses = addresses;
        this.inputs = inputs;
    }

    /** It is told of what changes from now on. */
    @Transactional
    WebhookView create(JsonNode body) {
        WebhookInput input = inputs.read(body, WebhookInput.class);
        String tags = check(input);
        if (webhooks.count() >= MOST) {
            throw Problem.conflict("There are " + MOST + " webhooks already, and there may be no more.");
        }
        Webhook webhook = new Webhook(UuidCreator.getTimeOrderedEpoch(), input, tags, log.end(), WebhookOutbox.now());
        webhooks.persist(webhook);
        return WebhookView.of(webhook, 0, true);
    }

    /** Those tags that are asked for, by their ids. */
    private @Nullable String check(WebhookInput input) {
        try {
            addresses.parse(input.url());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/url", String.valueOf(e.getMessage()));
        }
        try {
            selections.read(input.changes(), new Parameters());
            String ids = selections.tagIds(input.changes()).stream()
                    .map(UUID::toString)
                    .sorted()
                    .collect(Collectors.joining(","));
            return ids.isEmpty() ? null : ids;
        } catch (Problem inQuery) {
            throw inQuery.asOfBody();
        }
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

    /** @param patch JSON Merge Patch */
    @Transactional
    WebhookView change(UUID id, JsonNode patch) {
        Webhook webhook = forUpdate(id);
        WebhookInput former = webhook.input();
        WebhookInput input = inputs.read(MergePatch.apply(Json.tree(former), patch), WebhookInput.class);
        if (input.signingOrDefault() != former.signing()) {
            throw Problem.invalid("/signing", "cannot be changed; make another webhook");
        }
        boolean wasPaused = webhook.pause() != null;
        webhook.change(input, check(input));
        if (wasPaused && webhook.pause() == null) {
            deliveries.hurry(id, WebhookOutbox.now());
        }
        return view(webhook, false);
    }

    private Webhook forUpdate(UUID id) {
        return webhooks.forUpdate(id).orElseThrow(Problem::notFound);
    }

    @Transactional
    void delete(UUID id) {
        webhooks.delete(forUpdate(id));
    }

    @Transactional
    WebhookView changeKey(UUID id) {
        Webhook webhook = forUpdate(id);
        webhook.changeKey(WebhookOutbox.now());
        return view(webhook, true);
    }

    /** @param from which changes to tell again, those among them that were told already too */
    @Transactional
    WebhookView replay(UUID id, ChangePosition from) {
        Webhook webhook = forUpdate(id);
        history.requireKept(from);
        webhook.listenFrom(from);
        return view(webhook, false);
    }

    @Transactional
    WebhookDeliveryView again(UUID webhook, UUID delivery) {
        WebhookDelivery found = deliveries.forUpdate(webhook, delivery).orElseThrow(Problem::notFound);
        found.again(WebhookOutbox.now());
        return found.view();
    }
}
