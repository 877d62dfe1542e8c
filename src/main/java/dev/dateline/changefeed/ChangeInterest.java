package dev.dateline.changefeed;

import dev.dateline.change.LoggedChange;

/** What a client with a stream wants to hear of, and how much of it. */
record ChangeInterest(ChangeSelection selection, ChangeParameters.Detail detail) {

    boolean wants(LoggedChange logged) {
        return selection.includes(logged.change());
    }
}
