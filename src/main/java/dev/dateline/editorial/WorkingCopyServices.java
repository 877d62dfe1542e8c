package dev.dateline.editorial;

import dev.dateline.problem.Problem;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds who edits things of a kind: each service that CDI knows is one. */
@Singleton
public class WorkingCopyServices {

    private final List<WorkingCopyService<?, ?>> all;

    WorkingCopyServices(@All List<WorkingCopyService<?, ?>> all) {
        this.all = all;
    }

    /** @throws Problem {@code not-found} for a word that is no collection of working copies */
    public WorkingCopyService<?, ?> of(String collection) {
        return all.stream()
                .filter(service -> service.kind().collection().equals(collection))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
