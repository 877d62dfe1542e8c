package dev.dateline.changefeed;

import dev.dateline.change.LoggedChange;

/** What a client with a stream wants to hear of, and how much of it. */
public record ChangeInterest(ChangeSelection selection, ChangeParameters.Detail detail) {

    public boolean wants(LoggedChange logged) {
        return selection.includes(logged.change());
    }
}
