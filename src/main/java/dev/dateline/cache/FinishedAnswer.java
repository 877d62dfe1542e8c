package dev.dateline.cache;

import dev.dateline.http.EntityTags;
import dev.dateline.http.ProblemAnswer;
import dev.dateline.time.DatabaseClock;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.AsciiString;
import io.netty.util.IllegalReferenceCountException;
import io.netty.util.ReferenceCounted;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it goes out: bytes, validators and headers, all made once. It decides per request what of it is sent: a
 * coding the reader accepts, or 304 (RFC 9110 sections 12.5.3 and 13).
 *
 * <p>A fresh one has its bytes in the heap. {@link #kept} makes the one for the cache, outside of it: sent without a copy,
 * however slowly it is taken, and given back when the cache and the last who is sent it have let go.
 */
public final class FinishedAnswer extends AbstractReferenceCounted {

    private static final int WORTH_ENCODING = 512;
    private static final int LONG_TO_ENCODE = 32_768;
    private static final int OVERHEAD_BYTES = 1_000;

    private final int status;
    private final Representation plain;
    private final CachePolicy policy;
    private final DirectMemoryBudget memory;
    private final List<Header> headers;
    private final @Nullable Instant lastModified;
    private final @Nullable AsciiString modifiedText;
    private final long settledAt;
    private final Freshness freshness;
    private final @Nullable String fileType;
    private final boolean isEncodable;
    private final int[] slots;
    private final long version;
    private volatile List<Representation> encoded = List.of();
    private final AtomicBoolean isAsked = new AtomicBoolean();

    /** @param version what the clock of the cache groups showed before anything was read for this */
    public static FinishedAnswer of(Answer answer, CachePolicy policy, DirectMemoryBudget memory, long version) {
        FinishedAnswer finished =
                new FinishedAnswer(answer, Representation.plain(answer.json().bytes()), policy, memory, version);
        if (finished.isEncodable && finished.plain.size() > LONG_TO_ENCODE) {
            finished.encoded(
                    ContentCoding.GZIP); // now, on a thread that may wait, and not when an event loop asks for it
        }
        return finished;
    }

    private FinishedAnswer(
            Answer answer, Representation plain, CachePolicy policy, DirectMemoryBudget memory, long version) {
        this.status = answer.status();
        this.plain = plain;
        this.policy = policy;
        this.memory = memory;
        this.headers = policy.headers(answer);
        this.lastModified =
                answer.lastModified() == null ? null : answer.lastModified().truncatedTo(ChronoUnit.SECONDS);
        this.modifiedText = lastModified == null ? null : HttpTime.of(lastModified);
        this.settledAt = lastModified == null ? 0 : lastModified.plusSeconds(1).toEpochMilli();
        this.freshness = answer.freshness();
        this.fileType = answer.file() == null ? null : answer.file().mediaType();
        this.isEncodable = answer.file() == null || answer.file().isText(); // pictures are as short as they get
        this.slots = CacheGroupVersions.slots(answer.groups());
        this.version = version;
    }

    private FinishedAnswer(FinishedAnswer fresh) {
        this.status = fresh.status;
        this.plain = fresh.plain.outsideHeap();
        this.policy = fresh.policy;
        this.memory = fresh.memory;
        this.headers = fresh.headers;
        this.lastModified = fresh.lastModified;
        this.modifiedText = fresh.modifiedText;
        this.settledAt = fresh.settledAt;
        this.freshness = fresh.freshness;
        this.fileType = fresh.fileType;
        this.isEncodable = fresh.isEncodable;
        this.slots = fresh.slots;
        this.version = fresh.version;
        this.encoded = fresh.encoded.stream().map(Representation::outsideHeap).toList();
    }

    /** The same for the cache, which releases it. */
    FinishedAnswer kept() {
        return new FinishedAnswer(this);
    }

    @Override
    protected void deallocate() {
        plain.release();
        encoded.forEach(Representation::release);
    }

    @Override
    public ReferenceCounted touch(Object hint) {
        return this;
    }

    /** Whether nothing that it was made from has changed since. */
    public boolean holds(CacheGroupVersions versions) {
        return versions.unchanged(slots, version);
    }

    /** Whether it was made from what was there at that moment, or later. */
    public boolean isMadeAfter(long moment) {
        return version >= moment;
    }

    /** Whether the time has come at which it was known to change. */
    public boolean isOverdue() {
        return freshness.isOver(DatabaseClock.now());
    }

    /** Whether something in it is withdrawn by now, so that it must not be shown even while the database is away. */
    public boolean mustNotBeShown() {
        return freshness.mustNotBeShown(DatabaseClock.now());
    }

    /** Notes that a reader has asked for it. */
    public void ask() {
        isAsked.compareAndSet(false, true);
    }

    boolean wasAsked() {
        return isAsked.get();
    }

    boolean forgetAsked() {
        return isAsked.getAndSet(false);
    }

    public boolean isNegative() {
        return status != 200;
    }

    /** Its media type. */
    public String mediaType() {
        if (fileType != null) {
            return fileType;
        }
        return isNegative() ? ProblemAnswer.PROBLEM_JSON.toString() : MediaType.APPLICATION_JSON;
    }

    /** How many bytes of it are sent for such a request. */
    public long bytesFor(HttpServerRequest request) {
        Representation chosen = chosen(request.headers());
        boolean isBodyless = request.method().equals(HttpMethod.HEAD) || isUnchanged(request.headers(), chosen);
        return isBodyless ? 0 : chosen.size();
    }

    /** What it takes of the memory, with room for the compressed bytes, which are made when first asked for. */
    int weight() {
        return (isEncodable ? 2 : 1) * plain.size() + OVERHEAD_BYTES;
    }

    /** Sends it; false, and nothing is sent, when the cache has let go of it since it was found there. */
    public boolean send(HttpServerRequest request, CacheStatus served) {
        if (!hold()) {
            return false;
        }
        try {
            HttpServerResponse response = request.response();
            ask();
            Representation body = begin(request, served);
            if (body == null || request.method().equals(HttpMethod.HEAD)) {
                response.end();
            } else {
                response.end(body.lent());
            }
        } finally {
            release();
        }
        return true;
    }

    private boolean hold() {
        try {
            retain();
            return true;
        } catch (IllegalReferenceCountException e) {
            return false;
        }
    }

    /** Sets status and headers, and gives the body that belongs to them, or null. */
    @Nullable
    public Representation begin(HttpServerRequest request, CacheStatus served) {
        HttpServerResponse response = request.response();
        Representation chosen = chosen(request.headers());
        MultiMap out = response.headers();
        if (status == 200) {
            out.add(HttpHeaders.ETAG, chosen.etag());
        }
        headers.forEach(header -> out.add(header.name(), header.value()));
        if (modifiedText != null && isSettled()) {
            out.add(HttpHeaders.LAST_MODIFIED, modifiedText);
        }
        policy.freshness(freshness, isNegative(), served).forEach(header -> out.add(header.name(), header.value()));
        out.add(HttpHeaders.DATE, HttpTime.now());
        out.add(CachePolicy.CACHE_STATUS, served.header());
        if (isUnchanged(request.headers(), chosen)) {
            response.setStatusCode(304);
            return null;
        }
        response.setStatusCode(status);
        out.add(HttpHeaders.CONTENT_LENGTH, chosen.length());
        if (chosen.coding() != null) {
            out.add(HttpHeaders.CONTENT_ENCODING, chosen.coding().token());
        }
        return chosen.size() == 0 ? null : chosen;
    }

    /** A time in whole seconds says nothing before its second is over: it could change once more (section 8.8.2.2). */
    private boolean isSettled() {
        return DatabaseClock.now().toEpochMilli() >= settledAt;
    }

    private Representation chosen(MultiMap request) {
        if (!isEncodable || plain.size() < WORTH_ENCODING) {
            return plain;
        }
        ContentCoding preferred =
                AcceptedEncodings.preferred(request.getAll(HttpHeaders.ACCEPT_ENCODING), codingsToChooseFrom());
        if (preferred == null) {
            return plain;
        }
        Representation made = madeIn(preferred);
        return made == null ? encoded(preferred) : made;
    }

    /** A long one that is kept gets no new one: an event loop asks, and others wait for it. */
    private List<ContentCoding> codingsToChooseFrom() {
        return plain.isOutsideHeap() && plain.size() > LONG_TO_ENCODE
                ? ContentCoding.AVAILABLE.stream()
                        .filter(coding -> madeIn(coding) != null)
                        .toList()
                : ContentCoding.AVAILABLE;
    }

    private @Nullable Representation madeIn(ContentCoding coding) {
        for (Representation made : encoded) {
            if (made.coding() == coding) {
                return made;
            }
        }
        return null;
    }

    /** Made once, when it is first asked for. */
    private synchronized Representation encoded(ContentCoding coding) {
        Representation made = madeIn(coding);
        if (made != null) {
            return made;
        }
        made = plain.encoded(coding);
        if (plain.isOutsideHeap()) {
            if (!memory.hasRoom(made.size())) {
                return made;
            }
            made = made.outsideHeap();
        }
        encoded = Stream.concat(encoded.stream(), Stream.of(made)).toList();
        return made;
    }

    /** {@code If-Modified-Since} counts only when there is no {@code If-None-Match} (section 13.2.2). */
    private boolean isUnchanged(MultiMap request, Representation chosen) {
        if (status != 200) {
            return false;
        }
        String ifNoneMatch = request.get(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            return chosen.etag().contentEquals(ifNoneMatch)
                    || EntityTags.read(String.join(",", request.getAll(HttpHeaders.IF_NONE_MATCH)))
                            .map(tags -> tags.matchesWeakly(chosen.tag()))
                            .orElse(false);
        }
        String since = request.get(HttpHeaders.IF_MODIFIED_SINCE);
        Instant modified = lastModified;
        return since != null
                && modified != null
                && isSettled()
                && HttpTime.read(since).map(time -> !modified.isAfter(time)).orElse(false);
    }
}
