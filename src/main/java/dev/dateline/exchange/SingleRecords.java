package dev.dateline.exchange;

import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.problem.Failures;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Writes records one by one. One that is refused is tried otherwise, which is noted: with a number behind its slug when that leads to
 * something else, and as a draft when it may not be public.
 */
final class SingleRecords {

    private static final Logger LOG = Logger.getLogger(SingleRecords.class);
    private static final int MAX_SLUGS = 20;

    private final Consumer<ImportLine> writing;
    private final Function<ImportRecord.Content, ImportTarget.Prepared> reading;
    private final Predicate<ImportRecord> isPublic;

    /**
     * @param writing writes a record in a transaction of its own
     * @param isPublic whether what an earlier import made of a record is public
     */
    SingleRecords(
            Consumer<ImportLine> writing,
            Function<ImportRecord.Content, ImportTarget.Prepared> reading,
            Predicate<ImportRecord> isPublic) {
        this.writing = writing;
        this.reading = reading;
        this.isPublic = isPublic;
    }

    void write(ImportLine line) {
        Optional<Problem> problem = attemptNumbering(line);
        if (problem.isPresent() && !attemptUnpublished(line, problem.get())) {
            line.refuse(problem.get().reasons());
        }
    }

    private Optional<Problem> attemptNumbering(ImportLine line) {
        Optional<Problem> problem = attempt(line);
        for (int number = 2;
                hasSlug(line.record())
                        && problem.filter(SingleRecords::isSlugTaken).isPresent()
                        && number < MAX_SLUGS;
                number++) {
            problem = attemptNumbered(line, number);
        }
        return problem;
    }

    /** What kept it from being written, if anything did. */
    private Optional<Problem> attempt(ImportLine line) {
        try {
            Outage.outlast(() -> writing.accept(line));
            return Optional.empty();
        } catch (RuntimeException e) {
            Problem problem = Failures.problem(e);
            if (problem == null) {
                LOG.warn("A record could not be written", e);
            }
            return Optional.of(problem == null ? Problem.conflict("could not be stored") : problem);
        }
    }

    private Optional<Problem> attemptNumbered(ImportLine line, int number) {
        ImportRecord.Content record = (ImportRecord.Content) line.record();
        String wanted = record.content().path("slug").asText();
        String numbered = Slug.numbered(wanted, number);
        Optional<Problem> problem;
        try {
            line.prepared(reading.apply(record.withSlug(numbered)));
            problem = attempt(line);
        } catch (Problem refused) {
            return Optional.of(refused);
        }
        if (problem.isEmpty()) {
            line.note(Fault.at("/slug", wanted + " leads to something else here; this has " + numbered));
        }
        return problem;
    }

    /** What is not public here, and may not be, is better a draft than lost. */
    private boolean attemptUnpublished(ImportLine line, Problem problem) {
        if (!(line.record() instanceof ImportRecord.Content record)
                || record.publication() == null
                || !mayNotBePublic(problem)
                || Outage.outlast(() -> isPublic.test(record))) {
            return false;
        }
        ImportRecord.Content unpublished = record.unpublished();
        line.becomes(unpublished);
        line.prepared(reading.apply(unpublished));
        if (attemptNumbering(line).isPresent()) {
            return false;
        }
        problem.reasons().forEach(reason -> line.note(reason.and("; so it is not public here, but a draft")));
        return true;
    }

    /** It is not ready, it is under embargo, or its time is over. */
    private static boolean mayNotBePublic(Problem problem) {
        return problem.details().detail().equals(Publication.NOT_YET)
                || problem.reasons().stream().allMatch(reason -> "/publication/until".equals(reason.pointer()));
    }

    /** A tag that wants another's slug is another's matter: articles in the file mean that slug. */
    private static boolean hasSlug(ImportRecord record) {
        return record instanceof ImportRecord.Content content
                && !content.kind().equals(ContentKind.TAG)
                && content.content().path("slug").isTextual();
    }

    private static boolean isSlugTaken(Problem problem) {
        return problem.type() == ProblemType.CONFLICT
                && problem.faults().stream().anyMatch(fault -> "/slug".equals(fault.pointer()));
    }
}
