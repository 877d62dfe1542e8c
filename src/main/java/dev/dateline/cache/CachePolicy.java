package dev.dateline.cache;

import dev.dateline.access.AccessConfig;
import dev.dateline.cdn.PurgeConfig;
import dev.dateline.cdn.PurgeStyle;
import dev.dateline.http.ProblemAnswer;
import dev.dateline.time.DatabaseClock;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What others may do with an answer: {@code Cache-Control} (RFC 9111, 5861), {@code CDN-Cache-Control} (RFC 9213),
 * {@code Cache-Groups} (RFC 9875) and the {@code Surrogate-Key} that CDNs purge by.
 */
@Singleton
public class CachePolicy {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration FOREVER = Duration.ofDays(365_000);

    static final AsciiString CACHE_STATUS = new AsciiString("Cache-Status");

    private static final AsciiString CACHE_CONTROL = new AsciiString("Cache-Control");
    private static final AsciiString CDN_CACHE_CONTROL = new AsciiString("CDN-Cache-Control");
    private static final AsciiString LINK = new AsciiString("Link");
    private static final AsciiString LOCATION = new AsciiString("Location");
    private static final AsciiString CACHE_GROUPS = new AsciiString("Cache-Groups");
    private static final AsciiString SURROGATE_KEY = new AsciiString("Surrogate-Key");
    private static final AsciiString CACHE_TAG = new AsciiString("Cache-Tag");
    private static final AsciiString CONTENT_TYPE = new AsciiString("Content-Type");

    private static final Header JSON = header(CONTENT_TYPE, "application/json");
    private static final Header PROBLEM = header(CONTENT_TYPE, ProblemAnswer.PROBLEM_JSON.toString());
    private static final AsciiString VARY_NAME = new AsciiString("Vary");
    private static final Header VARY_LANGUAGE = header(VARY_NAME, "Accept-Language");
    private static final Header VARY_KEY = header(VARY_NAME, "Authorization");
    private static final Header VARY_ENCODING = header(VARY_NAME, "Accept-Encoding");
    private static final Header VARY_ACCEPT = header(VARY_NAME, "Accept");

    private final FreshnessConfig config;
    private final PurgeStyle cdn;
    private final boolean isPurged;
    private final boolean isPrivate;
    private final List<Header> found;
    private final List<Header> negative;
    private final List<Header> stale;

    CachePolicy(FreshnessConfig config, PurgeConfig purge, AccessConfig access) {
        this.config = config;
        this.cdn = purge.style();
        this.isPurged = purge.url().isPresent();
        this.isPrivate = access.delivery() == AccessConfig.Delivery.KEY;
        this.found = freshness(
                config.maxAge(),
                config.sharedMaxAge(),
                config.staleWhileRevalidate(),
                config.staleIfError(),
                isPrivate);
        Duration brief = shorter(config.sharedMaxAge(), config.negativeMaxAge());
        this.negative = freshness(shorter(config.maxAge(), brief), brief, Duration.ZERO, brief, isPrivate);
        this.stale = freshness(Duration.ZERO, A_MOMENT, Duration.ZERO, config.staleIfError(), isPrivate);
    }

    /**
     * Everything that is the same whenever the answer is sent. What there is nothing at has no groups to be purged by: it
     * is kept for seconds only, and says nothing that the reader did not bring.
     */
    List<Header> headers(Answer answer) {
        List<Header> headers = new ArrayList<>();
        FileType file = answer.file();
        if (file != null) {
            headers.add(header(CONTENT_TYPE, file.mediaType()));
            add(headers, VARY_NAME, file.isNegotiated() ? "Accept" : null);
            if (file.isText()) {
                headers.add(VARY_ENCODING);
            }
        } else if (!answer.json().isEmpty()) {
            headers.add(answer.isNegative() ? PROBLEM : JSON);
            headers.add(VARY_ACCEPT);
            headers.add(VARY_ENCODING);
        } else if (answer.location() != null) {
            headers.add(VARY_ACCEPT); // it leads to the form that was asked for
        }
        if (isPrivate || answer.freshness().isPrivate()) {
            headers.add(VARY_KEY);
        }
        if (answer.byLanguage()) {
            headers.add(VARY_LANGUAGE);
        }
        add(headers, LINK, answer.link());
        add(headers, LOCATION, answer.location());
        if (!isPrivate
                && !answer.freshness().isPrivate()
                && !answer.isNegative()
                && !answer.labels().isEmpty()) {
            add(headers, CACHE_GROUPS, quoted(answer.labels()));
            add(headers, SURROGATE_KEY, String.join(" ", answer.labels()));
            if (cdn == PurgeStyle.CLOUDFLARE) {
                add(headers, CACHE_TAG, String.join(",", answer.labels()));
            }
        }
        return List.copyOf(headers);
    }

    private static void add(List<Header> headers, AsciiString name, @Nullable String value) {
        if (value != null) {
            headers.add(header(name, value));
        }
    }

    private static String quoted(Set<String> groups) {
        return groups.stream().map(group -> '"' + group + '"').collect(Collectors.joining(", "));
    }

    /** For how long the answer may be used, from now. */
    List<Header> freshness(Freshness freshness, boolean isNegative, CacheStatus status) {
        if (freshness.equals(Freshness.CONFIGURED)) {
            return status == CacheStatus.STALE ? stale : isNegative ? negative : found;
        }
        Instant now = DatabaseClock.now();
        if (freshness.isUnchanging()) {
            return unchanging(
                    left(freshness.shownUntil(), now), status == CacheStatus.STALE, isPrivate || freshness.isPrivate());
        }
        Duration shown = left(freshness.shownUntil(), now);
        Duration fresh = shorter(left(freshness.until(), now), shown);
        Duration longest = shorter(longest(freshness.maxAge()), isNegative ? config.negativeMaxAge() : FOREVER);
        Duration most = status == CacheStatus.STALE ? A_MOMENT : shorter(longest, fresh);
        Duration shared = shorter(shorter(config.sharedMaxAge(), most), shown);
        Duration own = status == CacheStatus.STALE ? Duration.ZERO : shorter(config.maxAge(), most);
        return freshness(
                own,
                shared,
                status == CacheStatus.STALE || freshness.maxAge() != null || isNegative
                        ? Duration.ZERO
                        : shorter(config.staleWhileRevalidate(), longer(fresh.minus(shared), Duration.ZERO)),
                shorter(isNegative ? shared : config.staleIfError(), shown.minus(shared)),
                isPrivate || freshness.isPrivate());
    }

    /**
     * For ever (RFC 8246): a week for a browser, where nobody can purge it, and a year for a CDN that is told what is withdrawn. One that
     * is not told asks again as for anything else; and what may have been withdrawn elsewhere is kept for a moment.
     */
    private List<Header> unchanging(Duration shown, boolean isStale, boolean isOwn) {
        Duration own = shorter(isStale ? A_MOMENT : A_WEEK, shown);
        Duration shared = shorter(isStale ? A_MOMENT : isPurged ? A_YEAR : config.sharedMaxAge(), shown);
        if (isOwn) {
            return List.of(header(CACHE_CONTROL, "private, max-age=%d, immutable".formatted(own.toSeconds())));
        }
        return List.of(
                header(
                        CACHE_CONTROL,
                        "public, max-age=%d, s-maxage=%d, immutable".formatted(own.toSeconds(), shared.toSeconds())),
                header(CDN_CACHE_CONTROL, "public, max-age=" + shared.toSeconds()));
    }

    private static Duration longest(@Nullable Duration maxAge) {
        return maxAge == null ? FOREVER : maxAge;
    }

    private static Duration left(@Nullable Instant until, Instant now) {
        return until == null ? FOREVER : longer(Duration.between(now, until), Duration.ZERO);
    }

    private List<Header> freshness(
            Duration own, Duration shared, Duration staleWhileRevalidate, Duration staleIfError, boolean isOwn) {
        if (isOwn) {
            return List.of(header(CACHE_CONTROL, "private, max-age=" + own.toSeconds()));
        }
        String ifBroken = ", stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(staleWhileRevalidate.toSeconds(), staleIfError.toSeconds());
        return List.of(
                header(
                        CACHE_CONTROL,
                        "public, max-age=%d, s-maxage=%d%s".formatted(own.toSeconds(), shared.toSeconds(), ifBroken)),
                header(CDN_CACHE_CONTROL, "public, max-age=%d%s".formatted(shared.toSeconds(), ifBroken)));
    }

    private static Header header(AsciiString name, String value) {
        return new Header(name, new AsciiString(value));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
