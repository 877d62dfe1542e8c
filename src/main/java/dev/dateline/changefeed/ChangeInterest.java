package dev.dateline.changefeed;

import dev.dateline.change.LoggedChange;

/**
 * What a client wants to hear of, and how much of it.
 *
 * @param byTag whether it follows tags, which may lead elsewhere later
 */
public record ChangeInterest(ChangeSelection selection, ChangeParameters.Detail detail, boolean byTag) {

    public boolean wants(LoggedChange logged) {
        return selection.includes(logged.change());
    }
}
