package dev.dateline.editorial;

import dev.dateline.http.Cursor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a {@link WorkingCopyFilter} into the conditions of a query, with everything from outside as a parameter. */
final class WorkingCopyConditions {

    private final StringBuilder text = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    private WorkingCopyConditions() {}

    static WorkingCopyConditions of(WorkingCopyFilter filter) {
        WorkingCopyConditions conditions = new WorkingCopyConditions();
        conditions.and("id in :ids", "ids", filter.ids());
        conditions.and("slug = :slug", "slug", filter.slug());
        conditions.and("language in :languages", "languages", filter.languages());
        conditions.and("externalId = :externalId", "externalId", filter.externalId());
        conditions.and("review in :reviews", "reviews", filter.reviews());
        conditions.either(filter.live(), "publishedRevision is not null", "publishedRevision is null");
        conditions.either(filter.scheduled(), "schedule.scheduledAt is not null", "schedule.scheduledAt is null");
        conditions.and("schedule.scheduledAt >= :scheduledAfter", "scheduledAfter", filter.scheduledAfter());
        conditions.and("schedule.scheduledAt < :scheduledBefore", "scheduledBefore", filter.scheduledBefore());
        conditions.and("withdrawn.withdrawnKind in :withdrawals", "withdrawals", filter.withdrawals());
        conditions.either(
                filter.unpublishedChanges(),
                "publishedRevision <> revision",
                "(publishedRevision is null or publishedRevision = revision)");
        conditions.and("revisedBy in :modifiedBy", "modifiedBy", filter.modifiedBy());
        conditions.and("modifiedAt >= :modifiedAfter", "modifiedAfter", filter.modifiedAfter());
        conditions.and("modifiedAt < :modifiedBefore", "modifiedBefore", filter.modifiedBefore());
        conditions.and("kind in :kinds", "kinds", filter.kinds());
        conditions.tags(filter);
        return conditions;
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private void either(@Nullable Boolean choice, String whenTrue, String whenFalse) {
        if (choice != null) {
            text.append(" and ").append(choice ? whenTrue : whenFalse);
        }
    }

    private void tags(WorkingCopyFilter filter) {
        for (int i = 0; i < filter.tags().size(); i++) {
            WorkingCopyFilter.Carried carried = filter.tags().get(i);
            String name = "tags" + i;
            and(
                    (carried.excluded() ? "not exists" : "exists")
                            + " (select 1 from CarriedTag c where c.key.articleId = this.id and c.key.tagId in :" + name
                            + ")",
                    name,
                    carried.anyOf());
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
        if (order.isPartial()) {
            page.append(" and ").append(order.attribute()).append(" is not null");
        }
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
