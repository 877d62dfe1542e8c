package dev.dateline.delivery;

import dev.dateline.access.AuthenticatedReaders;
import dev.dateline.cache.CacheKey;
import dev.dateline.cache.ResponseCache;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Under which keys answers are kept: one for all who ask the same, in the same form, and may have the same. */
@Singleton
class AnswerKeys {

    private static final Pattern JSON =
            Pattern.compile("(^|,)\\s*(\\*/\\*|application/(json|\\*))\\s*([,;]|$)", Pattern.CASE_INSENSITIVE);

    /** A media type with the weight 0, whichever it is. */
    private static final Pattern REFUSAL = Pattern.compile("q=0(\\.0*)?\\s*([,;]|$)", Pattern.CASE_INSENSITIVE);

    private final ResponseCache cache;
    private final AuthenticatedReaders readers;

    AnswerKeys(ResponseCache cache, AuthenticatedReaders readers) {
        this.cache = cache;
        this.readers = readers;
    }

    /**
     * Null where the reader is not known, or the answer is not kept.
     *
     * @param attached whether the database could be asked
     */
    @Nullable
    String of(RoutingContext context, boolean attached) {
        HttpServerRequest request = context.request();
        String share = isKept(request) ? readers.share(request.getHeader(HttpHeaders.AUTHORIZATION), attached) : null;
        if (share == null) {
            return null;
        }
        String key = share.isEmpty() ? CacheKey.of(request) : sharedBySome(CacheKey.of(request), share);
        AnswerForm form = AnswerForm.of(context);
        return form == null ? key : form.key(key);
    }

    private static @Nullable String sharedBySome(@Nullable String key, String share) {
        return key == null ? null : key + " " + share;
    }

    /** Whether the answer to such a request may come from memory: the reader takes what it is. */
    private boolean isKept(HttpServerRequest request) {
        return !cache.isOff()
                && (request.uri().startsWith(DeliveryHandler.MEDIA)
                        ? saysItsFormat(request.uri())
                        : takesJson(request.getHeader(HttpHeaders.ACCEPT)));
    }

    /** A picture whose address says its format, and which is the same for all, whatever they take. */
    private static boolean saysItsFormat(String target) {
        return target.indexOf('.', DeliveryHandler.MEDIA.length()) > 0;
    }

    /** Only what is certain at a glance; the rest is left to the resource. */
    private static boolean takesJson(@Nullable String accept) {
        return accept == null
                || accept.equals("*/*")
                || (JSON.matcher(accept).find() && !REFUSAL.matcher(accept).find());
    }
}
