package dev.dateline.editorial.audit;

import dev.dateline.content.ContentKind;
import dev.dateline.http.Parameters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tries with a request, as its method and address say it.
 *
 * @param target null when it is to be created, or when the address names none
 */
public record Attempt(
        AuditAction action, ContentKind kind, @Nullable UUID target) {

    private static final String ROOT = "/v1/editorial/";

    /**
     * Nothing for what is no write of something that the trail tells of.
     *
     * @param kinds of which it tells
     */
    public static Optional<Attempt> of(String method, String path, Collection<ContentKind> kinds) {
        List<String> steps = Stream.of(
                        path.substring(Math.min(ROOT.length(), path.length())).split("/"))
                .filter(step -> !step.isEmpty())
                .toList();
        if (!path.startsWith(ROOT) || steps.isEmpty()) {
            return Optional.empty();
        }
        UUID target = steps.size() < 2
                ? null
                : Parameters.uuids(steps.get(1)).findFirst().orElse(null);
        String part = steps.size() < 3 ? "" : steps.get(steps.contains("restoration") ? steps.size() - 1 : 2);
        return kinds.stream()
                .filter(kind -> steps.get(0).equals(kind.collection()))
                .flatMap(kind -> action(method, part, steps.size()).map(action -> new Attempt(action, kind, target)))
                .findFirst();
    }

    private static Stream<AuditAction> action(String method, String part, int steps) {
        return switch (method) {
            case "POST", "PUT", "PATCH" -> Stream.of(steps == 1 ? AuditAction.CREATE : written(part));
            case "DELETE" -> Stream.of(deleted(part));
            default -> Stream.empty();
        };
    }

    private static AuditAction written(String part) {
        return switch (part) {
            case "publication" -> AuditAction.PUBLISH;
            case "withdrawal" -> AuditAction.EXPLAIN_WITHDRAWAL;
            case "review" -> AuditAction.REVIEW;
            case "restoration" -> AuditAction.RESTORE;
            case "merge" -> AuditAction.MERGE;
            case "split" -> AuditAction.SPLIT;
            case "previews" -> AuditAction.PREVIEW;
            case "reminders" -> AuditAction.REMIND;
            case "receipts" -> AuditAction.ACKNOWLEDGE;
            default -> AuditAction.EDIT;
        };
    }

    private static AuditAction deleted(String part) {
        return switch (part) {
            case "" -> AuditAction.DELETE;
            case "publication" -> AuditAction.WITHDRAW;
            case "schedule" -> AuditAction.CANCEL_SCHEDULE;
            case "merge" -> AuditAction.UNDO_MERGE;
            case "previews" -> AuditAction.REVOKE_PREVIEW;
            default -> AuditAction.EDIT;
        };
    }
}
