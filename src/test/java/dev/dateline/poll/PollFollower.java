package dev.dateline.poll;

import dev.dateline.change.Change;
import dev.dateline.change.ChangeFollower;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears of polls, as a webhook would: nothing else of the program names it. */
@Singleton
public class PollFollower implements ChangeFollower {

    static final List<Change> HEARD = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "poll-follower";
    }

    @Override
    public void follow(List<Change> changes) {
        changes.stream()
                .filter(change -> change.kind().name().equals(PollService.KIND.name()))
                .forEach(HEARD::add);
    }
}
