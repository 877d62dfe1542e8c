package dev.dateline.editorial;

import dev.dateline.database.AnyOf;
import dev.dateline.http.Cursor;
import dev.dateline.time.DatabaseClock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a {@link WorkingCopyFilter} into the conditions of a query, with everything from outside as a parameter. */
final class WorkingCopyConditions {

    private final StringBuilder text = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    private WorkingCopyConditions() {}

    /** @param isRead when readers get it */
    static WorkingCopyConditions of(WorkingCopyFilter filter, String isRead) {
        WorkingCopyConditions conditions = new WorkingCopyConditions();
        conditions.and(
                "id in (select w.id from WorkingCopyWords w where function('has_words', w.words, :words) = true)",
                "words",
                filter.words());
        conditions.and("id in :ids", "ids", filter.ids());
        conditions.and("articleId = :article", "article", filter.article());
        conditions.and("slug = :slug", "slug", filter.slug());
        conditions.languages(filter.languages());
        conditions.and("externalId = :externalId", "externalId", filter.externalId());
        conditions.oneOf("review", filter.reviews());
        conditions.either(filter.live(), isRead, "not (" + isRead + ")");
        conditions.either(filter.scheduled(), "schedule.scheduledAt is not null", "schedule.scheduledAt is null");
        conditions.and("schedule.scheduledAt >= :scheduledAfter", "scheduledAfter", filter.scheduledAfter());
        conditions.and("schedule.scheduledAt < :scheduledBefore", "scheduledBefore", filter.scheduledBefore());
        conditions.either(filter.scheduleFailed(), "scheduleFailure is not null", "scheduleFailure is null");
        conditions.and("withdrawAt < :endsBefore", "endsBefore", filter.endsBefore());
        conditions.oneOf("withdrawn.withdrawnKind", filter.withdrawals());
        conditions.either(
                filter.unpublishedChanges(),
                "publishedRevision <> revision",
                "(publishedRevision is null or publishedRevision = revision)");
        conditions.oneOf("revisedBy", filter.modifiedBy());
        conditions.and("modifiedAt >= :modifiedAfter", "modifiedAfter", filter.modifiedAfter());
        conditions.and("modifiedAt < :modifiedBefore", "modifiedBefore", filter.modifiedBefore());
        conditions.oneOf("kind", filter.kinds());
        conditions.embargoed(filter.embargoed());
        conditions.tags(filter);
        if (filter.order().isPartial()) {
            conditions.text.append(" and ").append(filter.order().attribute()).append(" is not null");
        }
        return conditions;
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private void oneOf(String attribute, @Nullable Collection<?> values) {
        if (values != null) {
            text.append(" and ").append(AnyOf.condition(attribute, values, parameters));
        }
    }

    private void languages(@Nullable Collection<String> ranges) {
        if (ranges != null) {
            text.append(" and ").append(AnyOf.ranges("language", ranges, parameters));
        }
    }

    private void either(@Nullable Boolean choice, String whenTrue, String whenFalse) {
        if (choice != null) {
            text.append(" and ").append(choice ? whenTrue : whenFalse);
        }
    }

    private void embargoed(@Nullable Boolean choice) {
        either(choice, "embargoedUntil > :now", "(embargoedUntil is null or embargoedUntil <= :now)");
        if (choice != null) {
            parameters.put("now", DatabaseClock.now());
        }
    }

    private void tags(WorkingCopyFilter filter) {
        for (WorkingCopyFilter.Carried carried : filter.tags()) {
            text.append(carried.excluded() ? " and not exists" : " and exists")
                    .append(" (select 1 from CarriedTag c where c.key.articleId = this.id and ")
                    .append(AnyOf.ids("c.key.tagId", carried.anyOf(), parameters))
                    .append(")");
        }
    }

    /** The conditions alone, to count by. */
    String text() {
        return text.toString();
    }

    /** The conditions, from a place on, in an order. */
    String page(WorkingCopyOrder order, @Nullable Cursor cursor) {
        boolean backwards = cursor != null && cursor.backwards();
        boolean descending = order.isDescending(backwards);
        StringBuilder page = new StringBuilder(text);
        if (cursor != null) {
            page.append(" and (").append(order.attribute()).append(", id) ");
            page.append(descending ? "<" : ">").append(" (:at, :after)");
            parameters.put("at", order.position(cursor));
            parameters.put("after", cursor.id());
        }
        String direction = descending ? " desc" : " asc";
        return page + " order by " + order.attribute() + direction + ", id" + direction;
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
