package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.editorial.image.ImageFetch;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Fetches the pictures that a record shows from where they lie, and lets the record name them in the library. One that cannot be had
 * keeps its address, and that is noted.
 */
final class FetchedPictures {

    private static final List<String> OF_THE_FILE = List.of("url", "width", "height");

    private final ImageFetch fetch;
    private final BooleanSupplier stopping;

    FetchedPictures(ImageFetch fetch, BooleanSupplier stopping) {
        this.fetch = fetch;
        this.stopping = stopping;
    }

    ImportRecord.Content in(ImportRecord.Content record, Consumer<Fault> notes) {
        JsonNode content = record.content().deepCopy();
        PicturesElsewhere.in(content, (picture, pointer) -> picture(picture, pointer, notes));
        return record.withContent(content);
    }

    private void picture(ObjectNode picture, String pointer, Consumer<Fault> notes) {
        if (stopping.getAsBoolean()) {
            return;
        }
        try {
            UUID id = Outage.outlast(() -> fetched(picture.get("url").textValue()));
            picture.remove(OF_THE_FILE);
            picture.put("id", id.toString());
        } catch (Problem problem) {
            String reason = problem.reasons().get(0).detail();
            notes.accept(Fault.at(pointer, "stays where it lies, for it could not be fetched: " + reason));
        }
    }

    private UUID fetched(String address) {
        try {
            return fetch.picture(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemType.UNAVAILABLE, "The program ends.");
        }
    }
}
