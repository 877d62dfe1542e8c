package dev.dateline.delivery;

import dev.dateline.cache.Answer;
import io.vertx.ext.web.RoutingContext;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Another form than JSON in which a reader gets an answer. Whoever meets the request first chooses it; the answer is then computed as
 * ever, given that form once, and kept apart from the others.
 *
 * @param name unlike that of any other form; part of the answer's key in the cache
 * @param shape makes the answer in this form of the one in JSON
 */
public record AnswerForm(String name, UnaryOperator<Answer> shape) {

    private static final String NAME = AnswerForm.class.getName();

    /** What the reader gets; null for JSON. */
    public static @Nullable AnswerForm of(RoutingContext context) {
        return context.get(NAME);
    }

    public void chooseFor(RoutingContext context) {
        context.put(NAME, this);
    }

    /** @param key of the answer in JSON; null when it is not kept */
    @Nullable
    String key(@Nullable String key) {
        return key == null ? null : key + " " + name;
    }
}
