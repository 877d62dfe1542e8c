package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.editorial.publishing.Publisher;
import dev.dateline.json.InputReader;
import dev.dateline.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that has working copies. */
record WorkingCopyTarget<C extends EditorialContent, E extends WorkingCopy<C>>(Publisher<C, E> publisher)
        implements ImportTarget {

    @Override
    public Prepared prepare(ImportRecord.Content record, InputReader inputs) {
        JsonNode json = record.content();
        WorkingCopyService<C, E> copies = publisher.copies();
        C content = inputs.read(json, copies.type());
        return new Prepared() {
            @Override
            public Object content() {
                return content;
            }

            @Override
            public Written create() {
                return publish(copies.create(content), record);
            }

            @Override
            public Optional<Written> update(UUID id, long version) {
                return copies.forUpdate(id)
                        .filter(copy -> copy.ownChanges() == version)
                        .map(copy -> {
                            copies.replace(copy, content);
                            boolean isDraftThere = record.publication() == null && !record.isOpen();
                            return isDraftThere ? withdrawn(copy) : publish(copy, record);
                        });
            }
        };
    }

    @Override
    public void expect(List<Prepared> prepared) {
        Class<C> type = publisher.copies().type();
        publisher
                .copies()
                .expect(prepared.stream()
                        .map(Prepared::content)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList());
    }

    @Override
    public boolean isPublic(UUID id) {
        return publisher.copies().forUpdate(id).filter(WorkingCopy::isPublic).isPresent();
    }

    @Override
    public Optional<Written> withdraw(UUID id, long version) {
        return publisher
                .copies()
                .forUpdate(id)
                .filter(copy -> copy.ownChanges() == version)
                .map(this::withdrawn);
    }

    private Written withdrawn(E copy) {
        if (copy.isPublic()) {
            publisher.withdrawAtSource(copy);
        } else if (copy.schedule() != null) {
            publisher.cancelSchedule(copy.id(), "*");
        }
        return new Written(copy.id(), copy.ownChanges());
    }

    /** What is wrong with the publication is in another place of a record than in a request. */
    private void release(E copy, Publication publication) {
        try {
            publisher.release(copy, publication);
        } catch (Problem problem) {
            Problem placed = problem;
            for (String field : List.of("/publishedAt", "/updatedAt", "/at", "/until")) {
                placed = placed.moved(field, "/publication" + field);
            }
            throw placed;
        }
    }

    private Written publish(E copy, ImportRecord.Content record) {
        if (record.publication() != null) {
            if (record.publication().revision() != null) {
                throw Problem.invalid("/publication/revision", "must be left out: what is imported is the first");
            }
            if (record.publication().isOverEmbargo()) {
                throw Problem.invalid("/publication/overEmbargo", "must be left out: an import breaks no embargo");
            }
            release(copy, record.publication());
        }
        return new Written(copy.id(), copy.ownChanges());
    }
}
