package dev.dateline.exchange;

import dev.dateline.content.ContentKind;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.publishing.Publisher;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.problem.Fault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The addresses that the records of an import had where they come from. They are given after the last record: one that comes later
 * in the file may have such an address for its own.
 */
final class FormerSlugs {

    private static final int BATCH = 200;

    /** With more than these they do not wait for the last record: they would fill the memory. */
    private static final int MANY = 20_000;

    private record Had(long number, String source, ContentKind kind, List<String> slugs) {}

    private final Publishers publishers;
    private final ImportRepository imports;
    private final AdvisoryLockRepository locks;
    private final ImportReport report;
    private final List<Had> had = new ArrayList<>();

    FormerSlugs(Publishers publishers, ImportRepository imports, AdvisoryLockRepository locks, ImportReport report) {
        this.publishers = publishers;
        this.imports = imports;
        this.locks = locks;
        this.report = report;
    }

    /** Remembers those of a record that is here now. */
    void note(ImportLine line) {
        boolean isHere =
                switch (line.outcome()) {
                    case CREATED, UPDATED, UNCHANGED -> true;
                    case SKIPPED, FAILED -> false;
                };
        if (isHere
                && line.record() instanceof ImportRecord.Content content
                && content.publication() != null
                && !content.formerSlugs().isEmpty()) {
            had.add(new Had(content.number(), content.source(), content.kind(), content.formerSlugs()));
        }
    }

    void keepIfMany() {
        if (had.size() > MANY) {
            keep();
        }
    }

    /** Lets each lead to its record; of one that leads to something else by now it is said. */
    void keep() {
        for (int from = 0; from < had.size(); from += BATCH) {
            List<Had> some = had.subList(from, Math.min(had.size(), from + BATCH));
            Outage.outlast(() -> QuarkusTransaction.requiringNew().run(() -> keep(some)));
        }
        had.clear();
    }

    private void keep(List<Had> some) {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        Map<String, Had> bySource =
                some.stream().collect(Collectors.toMap(Had::source, one -> one, (one, other) -> one));
        imports.imported(bySource.keySet()).forEach((source, record) -> {
            Had one = bySource.get(source);
            if (one != null) {
                keep(publishers.of(one.kind()), record, one);
            }
        });
    }

    private <C extends EditorialContent, E extends WorkingCopy<C>> void keep(
            Publisher<C, E> publisher, ImportedRecord record, Had one) {
        Optional<E> copy = publisher.copies().forUpdate(record.targetId());
        for (String slug : one.slugs()) {
            if (copy.isPresent() && !publisher.keepFormerSlug(copy.get(), slug)) {
                imports.add(report.noteLater(
                        one.number(),
                        one.source(),
                        Fault.at("/slug", "was " + slug + " before, which leads to something else here")));
            }
        }
    }
}
