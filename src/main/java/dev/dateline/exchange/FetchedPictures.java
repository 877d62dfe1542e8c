package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.editorial.image.ImageFetch;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lets records name the pictures in the library that they show from where they lie: those that were fetched before, and, when an import
 * asks for it, all that can be fetched. One that cannot be had keeps its address, and that is noted.
 */
final class FetchedPictures {

    private static final List<String> OF_THE_FILE = List.of("url", "width", "height");

    private final ImageFetch fetch;
    private final boolean mayFetch;
    private final BooleanSupplier stopping;
    private final UnreachablePictures unreachable = new UnreachablePictures();

    FetchedPictures(ImageFetch fetch, boolean mayFetch, BooleanSupplier stopping) {
        this.fetch = fetch;
        this.mayFetch = mayFetch;
        this.stopping = stopping;
    }

    /** Whether there is anything to do at all. */
    boolean areWanted() {
        return mayFetch || fetch.hasFetched();
    }

    ImportRecord.Content in(ImportRecord.Content record, Consumer<Fault> notes) {
        JsonNode content = record.content().deepCopy();
        PicturesElsewhere.in(content, (picture, pointer) -> picture(picture, pointer, notes));
        return record.withContent(content);
    }

    private void picture(ObjectNode picture, String pointer, Consumer<Fault> notes) {
        String address = picture.get("url").textValue();
        try {
            Optional<UUID> known = Outage.outlast(() -> fetch.known(address));
            if (known.isEmpty() && mayFetch && !stopping.getAsBoolean()) {
                unreachable.check(address);
                known = Optional.of(Outage.outlast(() -> fetched(address)));
                unreachable.answered(address);
            }
            known.ifPresent(id -> picture.<ObjectNode>without(OF_THE_FILE).put("id", id.toString()));
        } catch (Problem problem) {
            String reason = problem.reasons().get(0).detail();
            unreachable.failed(address, reason, problem.details().detail().equals(ImageFetch.UNREACHABLE));
            notes.accept(Fault.at(pointer, "stays where it lies, for it could not be fetched: " + reason));
        }
    }

    private UUID fetched(String address) {
        try {
            return fetch.picture(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.conflict("The program ends.");
        } catch (Problem problem) {
            throw problem.type() == ProblemType.UNAVAILABLE
                    ? Problem.conflict(problem.details().detail()) // to fetch it again and again would not help
                    : problem;
        }
    }
}
