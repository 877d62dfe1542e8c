package dev.dateline.editorial.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.change.Change;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.publishing.PublicationLock;
import dev.dateline.editorial.publishing.Publishers;
import dev.dateline.editorial.workflow.Workflow;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private final Workflow workflow;
    private final PublicationLock door;

    BulkService(Publishers publishers, Workflow workflow, PublicationLock door) {
        this.publishers = publishers;
        this.workflow = workflow;
        this.door = door;
    }

    List<BulkResult> each(List<BulkInput.Operation> operations) {
        List<BulkResult> results = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            try {
                BulkInput.Operation operation = operations.get(i);
                results.add(QuarkusTransaction.requiringNew().call(() -> run(operation)));
            } catch (RuntimeException e) {
                noteRefusal(operations.get(i), e);
                results.add(BulkResult.of(at(i, refusal(e))));
            }
        }
        return results;
    }

    /** @throws Problem what the first refused operation would have been answered, its pointers below that operation */
    List<BulkResult> together(List<BulkInput.Operation> operations) {
        int[] reached = {0};
        try {
            return QuarkusTransaction.requiringNew().timeout(120).call(() -> {
                door.enter(); // before any row is locked, see PublicationLock
                List<BulkResult> results = new ArrayList<>();
                for (; reached[0] < operations.size(); reached[0]++) {
                    results.add(run(operations.get(reached[0])));
                }
                return results;
            });
        } catch (RuntimeException e) {
            int index = Math.min(reached[0], operations.size() - 1);
            noteRefusal(operations.get(index), e);
            throw at(index, refusal(e));
        }
    }

    private void noteRefusal(BulkInput.Operation operation, RuntimeException failure) {
        Matcher path = PATH.matcher(operation.path());
        if (path.matches() && "publication".equals(path.group(3))) {
            AuditAction action =
                    operation.method() == BulkInput.Method.DELETE ? AuditAction.WITHDRAW : AuditAction.PUBLISH;
            Parameters.uuids(path.group(2))
                    .forEach(id -> Change.Kind.ofCollection(path.group(1))
                            .ifPresent(kind -> workflow.refused(action, kind, id, failure)));
        }
    }

    private static Problem refusal(RuntimeException failure) {
        if (failure instanceof ForbiddenException) {
            return new Problem(ProblemType.FORBIDDEN, "The role of this key or token does not allow this.");
        }
        Problem problem = Problem.causing(failure);
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
                        .map(fault -> Fault.at(
                                fault.pointer() == null ? operation : operation + "/body" + fault.pointer(),
                                fault.detail()))
                        .toList();
        return new Problem(problem.type(), problem.details().detail(), faults);
    }

    private BulkResult run(BulkInput.Operation operation) {
        Matcher path = PATH.matcher(operation.path());
        if (!path.matches()) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such address for operations.");
        }
        Change.Kind kind = Publishers.kind(path.group(1));
        JsonNode json = operation.body() == null ? MissingNode.getInstance() : operation.body();
        JsonBody body = new JsonBody(json);
        if (path.group(2) == null) {
            require(operation, BulkInput.Method.POST);
            return BulkResult.of(201, publishers.serviceOf(kind).create(body));
        }
        UUID id = Parameters.pathId(path.group(2));
        return path.group(3) == null ? edit(operation, kind, id, body) : move(operation, kind, id, path.group(3), body);
    }

    private BulkResult edit(BulkInput.Operation operation, Change.Kind kind, UUID id, JsonBody body) {
        WorkingCopyService<?, ?> service = publishers.serviceOf(kind);
        return switch (operation.method()) {
            case PUT -> BulkResult.of(200, service.replace(id, operation.ifMatch(), body, null));
            case PATCH -> BulkResult.of(200, service.patch(id, operation.ifMatch(), body, null));
            case DELETE -> {
                workflow.requireEditor();
                service.delete(id, operation.ifMatch());
                yield BulkResult.of(204, null);
            }
            case POST -> throw methodNotAllowed();
        };
    }

    private BulkResult move(BulkInput.Operation operation, Change.Kind kind, UUID id, String what, JsonBody body) {
        if (what.equals("review")) {
            require(operation, BulkInput.Method.PUT);
            return BulkResult.of(200, workflow.review(kind, id, operation.ifMatch(), body));
        }
        if (what.equals("schedule")) {
            require(operation, BulkInput.Method.DELETE);
            workflow.requireEditor();
            return BulkResult.of(200, publishers.of(kind).cancelSchedule(id, operation.ifMatch()));
        }
        return switch (operation.method()) {
            case PUT -> BulkResult.of(200, workflow.publish(kind, id, operation.ifMatch(), body));
            case DELETE ->
                BulkResult.of(
                        200,
                        workflow.withdraw(
                                kind,
                                id,
                                operation.ifMatch(),
                                body.json().path("kind").textValue(),
                                body.json().path("note").textValue()));
            case POST, PATCH -> throw methodNotAllowed();
        };
    }

    private static void require(BulkInput.Operation operation, BulkInput.Method method) {
        if (operation.method() != method) {
            throw methodNotAllowed();
        }
    }

    private static Problem methodNotAllowed() {
        return new Problem(ProblemType.METHOD_NOT_ALLOWED, "The address exists, but not for this method.");
    }
}
