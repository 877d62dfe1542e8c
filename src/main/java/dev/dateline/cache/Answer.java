package dev.dateline.cache;

import dev.dateline.http.Page;
import dev.dateline.json.JsonText;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a public read comes to. A resource returns it instead of an object, because what is stored is already JSON, and
 * because "there is nothing here" is an answer like any other: it may be kept, and it must be outdated when something
 * appears. What becomes of it is a {@link FinishedAnswer}.
 *
 * @param status 200, 307, 308, 404 or 410
 * @param lastModified when this very text was rendered; null where a part may vanish and the time would go backwards
 * @param freshness for how long it may be used
 * @param link the {@code Link} header, or null
 * @param location where it is now, for 307 and 308
 * @param file what it is, where it is no JSON; or null
 * @param byLanguage whether it depends on the reader's {@code Accept-Language}
 * @param groups the cache groups it depends on: a change that touches none of them leaves it as it is
 * @param labels the groups as a CDN is told them: the same, or fewer and wider ones that tell nothing of what is not public
 */
public record Answer(
        int status,
        JsonText json,
        @Nullable Instant lastModified,
        Freshness freshness,
        @Nullable String link,
        @Nullable String location,
        @Nullable FileType file,
        boolean byLanguage,
        Set<String> groups,
        Set<String> labels) {

    private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static Answer of(int status, JsonText json, @Nullable String link, @Nullable String location) {
        return new Answer(status, json, null, Freshness.CONFIGURED, link, location, null, false, Set.of(), Set.of());
    }

    public static Answer of(JsonText json) {
        return of(200, json, null, null);
    }

    public static Answer of(Object view) {
        return of(JsonText.of(view));
    }

    /**
     * Bytes that never change.
     *
     * @param isNegotiated whether the reader's {@code Accept} chose the media type
     */
    public static Answer file(String mediaType, byte[] bytes, boolean isNegotiated) {
        return new Answer(
                200,
                JsonText.ofBytes(bytes),
                null,
                Freshness.UNCHANGING,
                null,
                null,
                new FileType(mediaType, isNegotiated, false),
                false,
                Set.of(),
                Set.of());
    }

    /** The same with other bytes. */
    public Answer with(JsonText other) {
        return new Answer(status, other, lastModified, freshness, link, location, file, byLanguage, groups, labels);
    }

    /**
     * The same news in another form.
     *
     * @param isNegotiated whether the reader's {@code Accept} chose the media type
     */
    public Answer as(String mediaType, boolean isNegotiated, byte[] bytes) {
        return new Answer(
                status,
                JsonText.ofBytes(bytes),
                null,
                freshness,
                link,
                location,
                new FileType(mediaType, isNegotiated, true),
                byLanguage,
                groups,
                labels);
    }

    /** The same, leading on to other addresses. */
    public Answer withAddresses(UnaryOperator<String> others) {
        return new Answer(
                status,
                json,
                lastModified,
                freshness,
                link == null
                        ? null
                        : ADDRESS.matcher(link)
                                .replaceAll(
                                        found -> Matcher.quoteReplacement("<" + others.apply(found.group(1)) + ">")),
                location == null ? null : others.apply(location),
                file,
                byLanguage,
                groups,
                labels);
    }

    public static Answer notFound() {
        return problem(Problem.notFound());
    }

    public static Answer withdrawn(String detail, @Nullable Object withdrawal) {
        JsonText problem = JsonText.of(new Problem(ProblemType.WITHDRAWN, detail).details());
        return of(
                ProblemType.WITHDRAWN.status(),
                withdrawal == null ? problem : problem.with("withdrawal", JsonText.of(withdrawal)),
                null,
                null);
    }

    private static Answer problem(Problem problem) {
        return of(problem.type().status(), JsonText.of(problem.details()), null, null);
    }

    /** @param location relative, so that it is right behind every proxy */
    public static Answer moved(String location) {
        return of(308, JsonText.EMPTY, null, location);
    }

    /** What a reader of these languages wants is at another address. */
    public static Answer inLanguage(String location) {
        return new Answer(
                307, JsonText.EMPTY, null, Freshness.CONFIGURED, null, location, null, true, Set.of(), Set.of());
    }

    /** What is wanted is not there in the language that was asked for. */
    public static Answer notInLanguage(String detail, Collection<String> languages) {
        JsonText problem = JsonText.of(new Problem(ProblemType.NOT_FOUND, detail).details());
        return of(ProblemType.NOT_FOUND.status(), problem.with("languages", JsonText.of(languages)), null, null);
    }

    /** A page of items that are finished already, followed by further fields. */
    public static Answer page(Page<JsonText> page, Map<String, ?> fields) {
        Map<String, JsonText> all = new LinkedHashMap<>();
        all.put("items", JsonText.array(page.items()));
        fields.forEach((name, value) -> all.put(name, JsonText.of(value)));
        if (page.next() != null) {
            all.put("next", JsonText.of(page.next()));
        }
        if (page.previous() != null) {
            all.put("previous", JsonText.of(page.previous()));
        }
        return of(200, JsonText.object(all), page.link(), null);
    }

    /** Nobody between may keep it for others; and since parts of it come and go, it was not modified at a time. */
    public Answer forItsReaderOnly() {
        return new Answer(
                status,
                json,
                null,
                (isNegative() ? freshness.noOlderThan(A_MOMENT) : freshness).forItsReaderOnly(),
                link,
                location,
                file,
                byLanguage,
                groups,
                labels);
    }

    public Answer modifiedAt(Instant time) {
        return new Answer(status, json, time, freshness, link, location, file, byLanguage, groups, labels);
    }

    /** What it says changes at this time; of several, the earliest counts. */
    public Answer until(@Nullable Instant time) {
        return with(freshness.until(time));
    }

    /** Something in it is withdrawn at this time; of several, the earliest counts. No cache may show it later, fresh or stale. */
    public Answer shownUntil(@Nullable Instant time) {
        return with(freshness.shownUntil(time));
    }

    private Answer with(Freshness other) {
        return new Answer(status, json, lastModified, other, link, location, file, byLanguage, groups, labels);
    }

    /** At most so old in any cache outside, where the configuration allows more. */
    public Answer noOlderThan(Duration age) {
        return with(freshness.noOlderThan(age));
    }

    public Answer dependsOn(String... more) {
        return dependsOn(Set.of(more), Set.of(more));
    }

    /**
     * Depends on groups that are many, or whose names would tell a reader of what is not public.
     *
     * @param told what a CDN is told instead: whenever one of the groups is touched in a way that changes the answer, one of
     *     these must be touched too
     */
    public Answer dependsOn(Collection<String> many, Set<String> told) {
        return new Answer(
                status,
                json,
                lastModified,
                freshness,
                link,
                location,
                file,
                byLanguage,
                union(groups, many),
                union(labels, told));
    }

    private static Set<String> union(Set<String> some, Collection<String> more) {
        Set<String> union = new TreeSet<>(some);
        union.addAll(more);
        return union;
    }

    public boolean isNegative() {
        return status != 200;
    }
}
