package dev.dateline.storylist;

import dev.dateline.content.ArticleRule;
import dev.dateline.content.Image;
import dev.dateline.content.StoryListEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story list as it was published, and what its rule has found since: all that decides what it shows at any time. It is
 * stored whole, so that what was shown at a time in the past is computed by the same lines as what is shown now.
 *
 * @param entries those that editors placed, in their order
 * @param filled what the rule found, newest first: more than it shows, because some of it may be in the list already, or
 *     elsewhere on a front
 */
public record PublishedListContent(
        String title,
        @Nullable String description,
        @Nullable String language,
        boolean numbered,
        Instant publishedAt,
        Instant updatedAt,
        List<Entry> entries,
        @Nullable ArticleRule rule,
        List<Filled> filled) {

    /** How many more than it shows a rule finds. */
    private static final int SPARE = 50;

    /**
     * An article or a link, with what the editor put over it.
     *
     * @param pin its place from 1, while it is pinned
     * @param since when the public first saw it here, without a break
     */
    public record Entry(
            UUID id,
            @Nullable UUID article,
            @Nullable String url,
            @Nullable String headline,
            @Nullable String kicker,
            @Nullable Image image,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer pin,
            @Nullable Instant pinnedUntil,
            Instant since) {

        /** What the public sees of an editor's entry from a time on; its references must be ids. */
        public static Entry of(StoryListEntry entry, Instant since) {
            StoryListEntry.Pin pin = entry.pin();
            return new Entry(
                    Objects.requireNonNull(entry.id()),
                    entry.article() == null ? null : UUID.fromString(entry.article()),
                    entry.url(),
                    entry.headline(),
                    entry.kicker(),
                    entry.image(),
                    entry.from(),
                    entry.until(),
                    pin == null ? null : pin.position(),
                    pin == null ? null : pin.until(),
                    since);
        }

        boolean isOpen(Instant now) {
            return (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now));
        }

        boolean isPinned(Instant now) {
            return pin != null && (pinnedUntil == null || pinnedUntil.isAfter(now));
        }
    }

    /**
     * An article that the rule found.
     *
     * @param until when it grows too old for the rule, or null
     */
    public record Filled(UUID article, @Nullable Instant until, Instant since) {}

    /** Something that the list shows. */
    public record Placed(
            Origin origin, @Nullable UUID article, @Nullable Entry entry, Instant since) {}

    /**
     * The articles and links that it shows at a time, in order.
     *
     * @param most how many, or null for all
     * @param hidden articles that are not to be seen, or not here
     */
    public List<Placed> at(Instant now, @Nullable Integer most, Set<UUID> hidden) {
        Set<UUID> met = new HashSet<>(hidden);
        List<Entry> open = entries.stream()
                .filter(entry -> entry.isOpen(now))
                .filter(entry -> entry.article() == null || met.add(entry.article()))
                .toList();
        entries.stream()
                .map(Entry::article)
                .filter(Objects::nonNull)
                .forEach(met::add); // its window is for the rule too
        List<Placed> placed = new ArrayList<>();
        open.stream()
                .filter(entry -> !entry.isPinned(now))
                .forEach(entry -> placed.add(new Placed(Origin.MANUAL, entry.article(), entry, entry.since())));
        filled(now, met).forEach(one -> placed.add(new Placed(Origin.RULE, one.article(), null, one.since())));
        int next = 0; // two that are pinned to one place stand in their own order
        for (Entry entry : pinned(open, now)) {
            int place = Math.min(Math.max(next, Objects.requireNonNull(entry.pin()) - 1), placed.size());
            placed.add(place, new Placed(Origin.PINNED, entry.article(), entry, entry.since()));
            next = place + 1;
        }
        return most == null || most >= placed.size() ? placed : placed.subList(0, most);
    }

    private static List<Entry> pinned(List<Entry> open, Instant now) {
        return open.stream()
                .filter(entry -> entry.isPinned(now))
                .sorted(Comparator.comparing(entry -> Objects.requireNonNull(entry.pin())))
                .toList();
    }

    private List<Filled> filled(Instant now, Set<UUID> met) {
        if (rule == null) {
            return List.of();
        }
        return filled.stream()
                .filter(one -> one.until() == null || one.until().isAfter(now))
                .filter(one -> met.add(one.article()))
                .limit(rule.limit())
                .toList();
    }

    /** The articles among what is placed. */
    public static Set<UUID> articles(List<Placed> placed) {
        return placed.stream().map(Placed::article).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The next time at which it shows something else by itself, or null. */
    public @Nullable Instant nextSwitch(Instant now) {
        return Stream.concat(
                        entries.stream().flatMap(entry -> times(entry.from(), entry.until(), entry.pinnedUntil())),
                        filled.stream().flatMap(one -> times(one.until())))
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<Instant> times(@Nullable Instant... times) {
        return Arrays.stream(times).flatMap(Stream::ofNullable);
    }

    /** How many articles its rule must find. */
    public static int wanted(ArticleRule rule, int entries) {
        return rule.limit() + entries + SPARE;
    }

    public PublishedListContent with(List<Filled> nowFilled) {
        return new PublishedListContent(
                title, description, language, numbered, publishedAt, updatedAt, entries, rule, nowFilled);
    }
}
