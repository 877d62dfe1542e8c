package dev.dateline.delivery;

import dev.dateline.access.AccessConfig;
import dev.dateline.http.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Gives every {@link Answer} its ETag and cache headers, and answers conditional requests (RFC 9110 section 13). */
@Provider
@ApplicationScoped // behind a proxy: providers are made before the configuration is read
public class AnswerFilter implements ContainerResponseFilter {

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final DeliveryConfig config;
    private final AccessConfig access;

    AnswerFilter(DeliveryConfig config, AccessConfig access) {
        this.config = config;
        this.access = access;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Answer answer)) {
            return;
        }
        byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
        String tag = tag(bytes);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, '"' + tag + '"');
        headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl(answer.freshUntil()));
        if (answer.lastModified() != null) {
            headers.putSingle(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(answer.lastModified()));
        }
        if (answer.link() != null) {
            headers.putSingle(HttpHeaders.LINK, answer.link());
        }
        if (isUnchanged(request, tag, answer.lastModified())) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, null, JSON);
        }
    }

    /** {@code If-Modified-Since} counts only when there is no {@code If-None-Match} (section 13.2.2). */
    private static boolean isUnchanged(ContainerRequestContext request, String tag, @Nullable Instant lastModified) {
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            return EntityTags.read(ifNoneMatch)
                    .map(tags -> tags.matchesWeakly(tag))
                    .orElse(false);
        }
        String since = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        if (since == null || lastModified == null) {
            return false;
        }
        try {
            return !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(HTTP_DATE.parse(since, Instant::from));
        } catch (DateTimeParseException e) {
            return false; // a recipient must ignore a date that is not one (section 13.1.3)
        }
    }

    private String cacheControl(@Nullable Instant freshUntil) {
        Duration shared = config.sharedMaxAge();
        Duration own = config.maxAge();
        if (freshUntil != null) {
            Duration left = Duration.between(Instant.now(), freshUntil);
            Duration bound = left.isNegative() ? Duration.ZERO : left;
            shared = shared.compareTo(bound) < 0 ? shared : bound;
            own = own.compareTo(bound) < 0 ? own : bound;
        }
        if (access.delivery() == AccessConfig.Delivery.KEY) {
            return "private, max-age=" + own.toSeconds();
        }
        return "public, max-age=%d, s-maxage=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        own.toSeconds(),
                        shared.toSeconds(),
                        freshUntil == null ? config.staleWhileRevalidate().toSeconds() : 0,
                        config.staleIfError().toSeconds());
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
