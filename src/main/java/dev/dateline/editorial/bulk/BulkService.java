package dev.dateline.editorial.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.Idempotency;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.audit.Attempt;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.publishing.Publisher;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.editorial.publishing.WithdrawalInput;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Failures;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Does many operations through the same services as single requests: together, or each by itself. */
@Singleton
class BulkService {

    private static final Pattern PATH =
            Pattern.compile("/v1/editorial/([a-z-]+)(?:/([^/?#]+)(?:/(publication|schedule|review))?)?");

    private static final Logger LOG = Logger.getLogger(BulkService.class);

    private final Publishers publishers;
    private final AuditLog audit;
    private final AdvisoryLockRepository locks;
    private final Idempotency idempotency;
    private final InputReader inputs;

    BulkService(
            Publishers publishers,
            AuditLog audit,
            AdvisoryLockRepository locks,
            Idempotency idempotency,
            InputReader inputs) {
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.publishers = publishers;
        this.audit = audit;
        this.locks = locks;
    }

    /** @return a {@link BulkResult} for each operation, which remembers it in its own transaction */
    List<JsonNode> each(Idempotency.Request request, List<BulkInput.Operation> operations) {
        idempotency.begin(request);
        List<JsonNode> results = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            BulkInput.Operation operation = operations.get(i);
            try {
                results.add(inTransaction(request, i, () -> run(operation)));
            } catch (RuntimeException e) {
                noteRefusal(operation, e);
                Problem refusal = at(i, refusal(e));
                BulkResult result = BulkResult.of(refusal);
                results.add(isPassing(refusal) ? Json.tree(result) : inTransaction(request, i, () -> result));
            }
        }
        return results;
    }

    private ObjectNode inTransaction(Idempotency.Request request, int index, Supplier<BulkResult> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(request, index, () -> (ObjectNode) Json.tree(work.get())));
    }

    /** What says nothing of the operation: a repeat is to try it again. */
    private static boolean isPassing(Problem problem) {
        return problem.type().status() >= 500;
    }

    /** @throws Problem what the first refused operation would have been answered, its pointers below that operation */
    JsonNode together(Idempotency.Request request, List<BulkInput.Operation> operations) {
        int[] reached = {-1};
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(120)
                    .call(() -> idempotency
                            .once(request.key(), request.path(), request.body(), body -> all(operations, reached))
                            .get("results"));
        } catch (RuntimeException e) {
            int index = reached[0];
            if (index < 0) {
                throw e;
            }
            noteRefusal(operations.get(index), e);
            throw at(index, refusal(e));
        }
    }

    private ObjectNode all(List<BulkInput.Operation> operations, int[] reached) {
        locks.lock(AdvisoryLockRepository.PUBLISHING); // before any row is locked
        List<BulkResult> results = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            reached[0] = i;
            results.add(run(operations.get(i)));
        }
        return (ObjectNode) Json.tree(Map.of("results", results));
    }

    private void noteRefusal(BulkInput.Operation operation, RuntimeException failure) {
        Attempt.of(operation.method().name(), operation.path(), publishers.kinds())
                .ifPresent(attempt -> audit.refused(attempt, refusal(failure)));
    }

    private static Problem refusal(RuntimeException failure) {
        Problem problem = Failures.problem(failure);
        if (problem == null) {
            LOG.error("An operation failed for a reason that nobody foresaw", failure);
            return new Problem(ProblemType.INTERNAL, "Something broke here. It has been logged.");
        }
        return problem;
    }

    private static Problem at(int index, Problem problem) {
        String operation = "/operations/" + index;
        List<Fault> faults = problem.faults().isEmpty()
                ? List.of(Fault.at(operation, problem.details().detail()))
                : problem.faults().stream()
                        .map(fault -> Fault.at(operation + place(fault), fault.detail()))
                        .toList();
        return new Problem(problem.type(), problem.details().detail(), faults);
    }

    private static String place(Fault fault) {
        if (fault.pointer() != null) {
            return "/body" + fault.pointer();
        }
        return HttpHeaders.IF_MATCH.equals(fault.header()) ? "/ifMatch" : "";
    }

    private boolean isCollection(String word) {
        return publishers.kinds().stream().anyMatch(kind -> kind.collection().equals(word));
    }

    private BulkResult run(BulkInput.Operation operation) {
        audit.attemptingAnother();
        Matcher path = PATH.matcher(operation.path());
        if (!path.matches() || !isCollection(path.group(1))) {
            throw new Problem(
                    ProblemType.NOT_FOUND,
                    "There is no such address for operations. A path has no query: kind and note of a withdrawal are in the body.");
        }
        Publisher<?, ?> publisher = publishers.of(path.group(1));
        JsonNode json = operation.body() == null ? MissingNode.getInstance() : operation.body();
        JsonBody body = new JsonBody(json);
        if (path.group(2) == null) {
            require(operation, BulkInput.Method.POST);
            return BulkResult.of(201, publisher.copies().create(body));
        }
        UUID id = Parameters.pathId(path.group(2));
        return path.group(3) == null
                ? edit(operation, publisher.copies(), id, body)
                : move(operation, publisher, id, path.group(3), body);
    }

    private static BulkResult edit(
            BulkInput.Operation operation, WorkingCopyService<?, ?> service, UUID id, JsonBody body) {
        return switch (operation.method()) {
            case PUT -> BulkResult.of(200, service.replace(id, operation.ifMatch(), body, null));
            case PATCH -> BulkResult.of(200, service.patch(id, operation.ifMatch(), body, null));
            case DELETE -> {
                requireNone(body);
                service.delete(id, operation.ifMatch());
                yield BulkResult.of(204, null);
            }
            case POST -> throw methodNotAllowed();
        };
    }

    private BulkResult move(
            BulkInput.Operation operation, Publisher<?, ?> publisher, UUID id, String what, JsonBody body) {
        String ifMatch = operation.ifMatch();
        if (what.equals("review")) {
            require(operation, BulkInput.Method.PUT);
            return BulkResult.of(200, publisher.copies().review(id, ifMatch, body));
        }
        if (what.equals("schedule")) {
            require(operation, BulkInput.Method.DELETE);
            requireNone(body);
            return BulkResult.of(200, publisher.cancelSchedule(id, ifMatch));
        }
        return switch (operation.method()) {
            case PUT -> BulkResult.of(200, publisher.publish(id, ifMatch, body));
            case DELETE -> {
                WithdrawalInput given = WithdrawalInput.read(body.json(), inputs);
                yield BulkResult.of(200, publisher.withdraw(id, ifMatch, given));
            }
            case POST, PATCH -> throw methodNotAllowed();
        };
    }

    private static void requireNone(JsonBody body) {
        if (!body.isEmpty()) {
            throw Problem.invalid("", "must be left out: nothing of it would be read");
        }
    }

    private static void require(BulkInput.Operation operation, BulkInput.Method method) {
        if (operation.method() != method) {
            throw methodNotAllowed();
        }
    }

    private static Problem methodNotAllowed() {
        return new Problem(ProblemType.INVALID_INPUT, "The address exists, but not for this method.");
    }
}
