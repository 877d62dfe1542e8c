package dev.dateline.syndication;

import dev.dateline.delivery.AnswerForm;
import dev.dateline.http.FilterOrder;
import dev.dateline.http.ProblemAnswer;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which form a reader wants an answer: by the extension of the address, or by {@code Accept} (RFC 9110 section 12.5.1).
 * What follows sees the address of the JSON.
 */
@Singleton
class FormatHandler {

    private static final String ROOT = "/v1/";
    private static final String JSON = "json";

    /** What no header without another form has, so that the others cost nothing. */
    private static final Pattern OTHER = Pattern.compile("atom|rss|feed|ld\\+json|ninjs|markdown|plain");

    private final NewsFeeds feeds;

    FormatHandler(NewsFeeds feeds) {
        this.feeds = feeds;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.FORMAT);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean isRead =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!isRead || !request.uri().startsWith(ROOT) || AnswerForm.of(context) != null) {
            context.next();
            return;
        }
        FormattedAddress address = FormattedAddress.of(request.uri());
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (!address.extension().isEmpty() && address.hasForms()) {
            byExtension(context, address);
        } else if (accept != null && OTHER.matcher(accept).find() && address.hasForms()) {
            wanted(context).ifPresentOrElse(format -> give(context, address, format), context::next);
        } else {
            context.next();
        }
    }

    private void byExtension(RoutingContext context, FormattedAddress address) {
        Optional<Format> format = Format.ofExtension(address.extension());
        if (address.extension().equals(JSON)) {
            context.request().headers().set(HttpHeaders.ACCEPT, "application/json");
            context.reroute(
                    context.request().method(), new FormattedAddress(address.path(), address.query(), "").asked());
        } else if (format.isPresent()) {
            give(context, address, format.get());
        } else {
            String known = Arrays.stream(Format.values()).map(Format::extension).collect(Collectors.joining(", ."));
            ProblemAnswer.send(
                    context.response(),
                    new Problem(
                            ProblemType.NOT_FOUND,
                            "There is nothing at this address. Forms that end an address: .json, ." + known + "."));
        }
    }

    private void give(RoutingContext context, FormattedAddress address, Format format) {
        if (address.namesBody()) {
            ProblemAnswer.send(context.response(), Problem.parameter("body", "does not go with a form, which says it"));
            return;
        }
        AnswerForm form = new AnswerForm(
                format.extension() + (address.extension().isEmpty() ? "*" : ""),
                answer -> feeds.formed(answer, address, format));
        form.chooseFor(context);
        context.request().headers().set(HttpHeaders.ACCEPT, "application/json");
        context.reroute(context.request().method(), address.target(format));
    }

    /** The form that is wanted most; nothing when that is JSON, or none that there is. */
    private static Optional<Format> wanted(RoutingContext context) {
        List<MIMEHeader> accepted = context.parsedHeaders().accept().stream()
                .filter(type -> type.weight() > 0)
                .sorted(Comparator.comparing(MIMEHeader::weight).reversed())
                .toList();
        for (MIMEHeader type : accepted) {
            if (takesJson(type)) {
                return Optional.empty();
            }
            Format format = format(type);
            if (format != null) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static boolean takesJson(MIMEHeader type) {
        return type.component().equals("*")
                || (type.component().equals("application")
                        && (type.subComponent().equals("*")
                                || type.subComponent().equals(JSON)));
    }

    private static @Nullable Format format(MIMEHeader type) {
        return Format.ofMediaType(type.component() + "/" + type.subComponent())
                .findFirst()
                .orElse(null);
    }
}
