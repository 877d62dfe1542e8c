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
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out in which form a reader wants an answer: by the extension of the address, or by {@code Accept} (RFC 9110 section 12.5.1).
 * What follows sees the address of the JSON.
 */
@Singleton
class FormatHandler {

    private static final String ROOT = "/v1/";
    private static final String JSON = "json";
    private static final String XML = "xml";
    private static final String REFUSED = FormatHandler.class.getName();

    /** What no header without another form has, so that the others cost nothing. */
    private static final Pattern OTHER =
            Pattern.compile("atom|rss|feed|ld\\+json|ninjs|text/(\\*|markdown|plain)", Pattern.CASE_INSENSITIVE);

    private final NewsFeeds feeds;

    FormatHandler(NewsFeeds feeds) {
        this.feeds = feeds;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.FORMAT);
        filters.register(FormatHandler::refuse, FilterOrder.FORMAT_REFUSED);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String target = request.uri();
        if (!target.startsWith(ROOT) || AnswerForm.of(context) != null) {
            context.next();
            return;
        }
        boolean mayAccept = isRead(request)
                && request.headers().getAll(HttpHeaders.ACCEPT).stream()
                        .anyMatch(accept -> OTHER.matcher(accept).find());
        if (!mayAccept && target.indexOf('.') < 0) {
            context.next(); // nearly all
            return;
        }
        FormattedAddress address = FormattedAddress.of(target);
        if (!address.extension().isEmpty()) {
            byExtension(context, address);
        } else if (mayAccept && address.hasForms()) {
            WantedFormat.of(request.headers().getAll(HttpHeaders.ACCEPT))
                    .ifPresentOrElse(format -> give(context, address, format), context::next);
        } else {
            context.next();
        }
    }

    private static boolean isRead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    /** Here, and not at once, so that a page elsewhere can read why. */
    private static void refuse(RoutingContext context) {
        Problem problem = context.get(REFUSED);
        if (problem == null) {
            context.next();
        } else {
            ProblemAnswer.send(context.response(), problem);
        }
    }

    private void byExtension(RoutingContext context, FormattedAddress address) {
        Optional<Format> format = Format.ofExtension(address.extension());
        if (!address.hasForms()) {
            if (address.extension().equals(XML)) {
                takeAnything(context); // the address says what it is
            }
            context.next();
        } else if (address.extension().equals(JSON) || (format.isPresent() && !isRead(context.request()))) {
            takeAnything(context);
            context.reroute(context.request().method(), address.withoutExtension());
        } else if (format.isPresent()) {
            give(context, address, format.get());
        } else {
            String known = Arrays.stream(Format.values()).map(Format::extension).collect(Collectors.joining(", ."));
            context.put(
                    REFUSED,
                    new Problem(
                            ProblemType.NOT_FOUND,
                            "There is nothing at this address. Forms that end an address: .json, ." + known + "."));
            context.next();
        }
    }

    private static void takeAnything(RoutingContext context) {
        context.request().headers().set(HttpHeaders.ACCEPT, "*/*");
    }

    private void give(RoutingContext context, FormattedAddress address, Format format) {
        if (address.parameter("body") != null) {
            context.put(REFUSED, Problem.parameter("body", "does not go with another form, which has one of its own"));
            context.next();
            return;
        }
        AnswerForm form = new AnswerForm(
                format.extension() + (address.extension().isEmpty() ? "*" : ""),
                answer -> feeds.formed(answer, address, format));
        form.chooseFor(context);
        takeAnything(context);
        context.reroute(context.request().method(), address.target(format));
    }
}
