package dev.dateline.changefeed;

import dev.dateline.change.LoggedChange;
import dev.dateline.entitlement.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to hear of, and how much of it.
 *
 * @param byTag whether it follows tags, which may lead elsewhere later
 * @param entitlement what it may hear of, or null for everything
 */
public record ChangeInterest(
        ChangeSelection selection,
        ChangeParameters.Detail detail,
        boolean byTag,
        @Nullable Entitlement entitlement) {

    public boolean wants(LoggedChange logged) {
        return selection.includes(logged.change());
    }
}
