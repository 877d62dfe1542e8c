package dev.dateline.editorial.publishing;

import dev.dateline.content.ContentKind;
import dev.dateline.problem.Problem;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/** Finds who publishes things of a kind: each publisher that CDI knows is one. */
@Singleton
public class Publishers {

    private final List<Publisher<?, ?>> all;

    Publishers(@All List<Publisher<?, ?>> all) {
        this.all = all;
    }

    /** @throws Problem {@code not-found} for a word that is no collection of working copies */
    public Publisher<?, ?> of(String collection) {
        return of(kind -> kind.collection().equals(collection));
    }

    /** @throws Problem {@code not-found} for what has no working copies */
    public Publisher<?, ?> of(ContentKind wanted) {
        return of(kind -> kind.equals(wanted));
    }

    private Publisher<?, ?> of(Predicate<ContentKind> wanted) {
        return all.stream()
                .filter(publisher -> wanted.test(publisher.kind()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Every kind that has working copies. */
    public List<ContentKind> kinds() {
        return all.stream().<ContentKind>map(Publisher::kind).toList();
    }
}
