package dev.dateline.article;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.http.QueryString;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a language for a reader who asks for {@code language=auto}: the first that their {@code Accept-Language} names and in
 * which there are articles (RFC 4647 section 3.4); all languages without one. Of one thing, the other languages follow as
 * {@code fallback}. It leads to an address that names the language, so that what is there is kept once and not for every wording
 * of the header.
 */
@ForReaders
@Interceptor
@Priority(Interceptor.Priority.APPLICATION + 1)
class LanguageNegotiation {

    private static final String PARAMETER = "language";
    private static final String FALLBACK = "fallback";
    private static final int MOST_OTHERS = 10;

    private final PublishedLanguageRepository languages;
    private final CurrentVertxRequest current;

    LanguageNegotiation(PublishedLanguageRepository languages, CurrentVertxRequest current) {
        this.languages = languages;
        this.current = current;
    }

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext invocation) throws Exception {
        HttpServerRequest request = current.getCurrent().request();
        QueryStringDecoder target = new QueryStringDecoder(request.uri());
        if (!List.of(Languages.AUTO).equals(target.parameters().get(PARAMETER))) {
            return invocation.proceed();
        }
        Answer chosen =
                chosen(target, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), takesFallback(invocation.getMethod()));
        return invocation.getMethod().getReturnType() == Answer.class ? chosen : led(request.response(), chosen);
    }

    /** Where something else than an answer is read, as a stream: nothing is kept of the way there. */
    private static Uni<Void> led(HttpServerResponse response, Answer chosen) {
        response.setStatusCode(chosen.status())
                .putHeader(HttpHeaders.LOCATION, Objects.requireNonNull(chosen.location()))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
        return Uni.createFrom().nothing();
    }

    private Answer chosen(QueryStringDecoder target, @Nullable String accepted, boolean takesFallback) {
        Map<String, List<String>> parameters = new TreeMap<>(target.parameters());
        parameters.remove(PARAMETER);
        List<String> available = languages.all();
        List<String> wanted = new ArrayList<>(Languages.lookup(accepted, available));
        if (takesFallback) {
            List<String> given = parameters.getOrDefault(FALLBACK, List.of());
            given.forEach(more -> wanted.addAll(List.of(more.split(",", -1))));
            parameters.remove(FALLBACK);
        }
        List<String> others = others(wanted, available);
        if (takesFallback && !wanted.isEmpty() && !others.isEmpty()) {
            parameters.put(FALLBACK, List.of(String.join(",", others)));
        }
        Map<String, String> chosen = wanted.isEmpty() ? Map.of() : Map.of(PARAMETER, wanted.get(0));
        return Answer.inLanguage(QueryString.append(target.rawPath(), parameters, chosen))
                .dependsOn(ContentKind.ARTICLE.cacheGroup());
    }

    /** What is better than nothing: what else the reader wants, and then whatever there is. */
    private static List<String> others(List<String> wanted, List<String> available) {
        return Stream.concat(wanted.stream(), available.stream())
                .distinct()
                .skip(1)
                .limit(MOST_OTHERS)
                .toList();
    }

    /** Whether what is asked for is one thing, that may be there in another language only. */
    private static boolean takesFallback(Method operation) {
        return Arrays.stream(operation.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .anyMatch(parameter -> parameter != null && parameter.value().equals(FALLBACK));
    }
}
