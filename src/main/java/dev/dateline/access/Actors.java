package dev.dateline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dateline.http.Parameters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows people and programs by name. Names are kept for seconds, so that a renamed key shows its new name everywhere soon. */
@Singleton
public class Actors {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MAX_KEPT = 1_000;

    private final ActorRepository actors;
    private final Cache<String, Actor> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();

    Actors(ActorRepository actors) {
        this.actors = actors;
    }

    /** Whose id it is; the id stands for the name of whom nobody knows. */
    public Actor of(String id) {
        return known.get(id, actors::named);
    }

    /** The ids that an id or a name leads to; a fault when there is none. */
    public @Nullable Set<String> named(Parameters parameters, String parameter, @Nullable String idOrName) {
        String words = parameters.text(parameter, idOrName, 255);
        if (words == null) {
            return null;
        }
        List<Actor> found = found(words);
        if (found.isEmpty()) {
            parameters.refuse(parameter, "must be ids or names of people who have worked here, with commas between");
        }
        return found.stream().map(Actor::id).collect(Collectors.toSet());
    }

    /** One whose name has a comma in it, or several; nobody when one of several is not known. */
    private List<Actor> found(String words) {
        List<Actor> whole = actors.find(words);
        if (!whole.isEmpty() || words.indexOf(',') < 0) {
            return whole;
        }
        List<List<Actor>> each = Stream.of(words.split(",", 20))
                .map(String::strip)
                .map(actors::find)
                .toList();
        return each.stream().anyMatch(List::isEmpty)
                ? List.of()
                : each.stream().flatMap(List::stream).toList();
    }

    /** Remembers what a token says its bearer is called, in the caller's transaction. */
    public void note(Actor actor) {
        if (actor.isToken() && !actor.equals(known.getIfPresent(actor.id()))) {
            actors.note(actor);
        }
    }

    void forget() {
        known.invalidateAll();
    }
}
