package dev.dateline.webhook;

import dev.dateline.changefeed.ChangeParameters;
import dev.dateline.changefeed.ChangeSelections;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.entitlement.Entitlements;
import dev.dateline.http.Parameters;
import dev.dateline.outbound.OutboundAddress;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook can be what is wanted. Asked with no transaction open, because a host is looked up. What was good before
 * stays: a tag that has gone meanwhile keeps nobody from pausing.
 */
@Singleton
class WebhookChecks {

    private final ChangeSelections selections;
    private final Entitlements entitlements;
    private final OutboundAddress addresses;

    WebhookChecks(ChangeSelections selections, Entitlements entitlements, OutboundAddress addresses) {
        this.entitlements = entitlements;
        this.selections = selections;
        this.addresses = addresses;
    }

    /**
     * @param former what it is, or null for another one
     * @return the same with ids in the place of words
     * @throws Problem {@code invalid-input} that names the field
     */
    WebhookInput check(WebhookInput input, @Nullable WebhookInput former) {
        List<Fault> faults = new ArrayList<>();
        if (former != null && input.signingOrDefault() != former.signing()) {
            faults.add(Fault.at("/signing", "cannot be changed; make another webhook"));
        }
        if (former == null || !input.url().equals(former.url())) {
            checkAddress(input.url(), faults);
        }
        ChangeParameters changes = input.changes();
        boolean isTagKept = former != null && Objects.equals(input.tag(), former.tag());
        changes.tag = isTagKept ? null : input.tag();
        changes.list = former != null && Objects.equals(input.list(), former.list()) ? null : input.list();
        String tags = tags(changes, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Entitlement entitlement = input.entitlement();
        return input.resolved(
                isTagKept ? input.tag() : tags,
                entitlement == null ? null : entitlements.resolved("/entitlement", entitlement));
    }

    private void checkAddress(String url, List<Fault> faults) {
        try {
            addresses.parse(url);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at("/url", String.valueOf(e.getMessage())));
        }
    }

    private @Nullable String tags(ChangeParameters changes, List<Fault> faults) {
        try {
            selections.read(changes, new Parameters());
            String ids = selections.tagIds(changes).stream()
                    .map(UUID::toString)
                    .sorted()
                    .collect(Collectors.joining(","));
            return ids.isEmpty() ? null : ids;
        } catch (Problem inQuery) {
            faults.addAll(inQuery.asOfBody().faults());
            return null;
        }
    }
}
