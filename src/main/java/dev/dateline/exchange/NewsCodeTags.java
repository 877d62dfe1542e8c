package dev.dateline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.content.TagType;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes tags of the concepts of a vocabulary: what is broader first, and what was replaced by another merged into it. */
final class NewsCodeTags {

    private static final int MOST_ADDRESSES = 20;

    /** More than any hierarchy of tags may have. */
    private static final int MOST_LEVELS = 50;

    private final Map<String, NewsCode> concepts;
    private final ExistingTags existing;
    private final Map<String, String> slugs = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, ImportRecord> tags = new LinkedHashMap<>();

    NewsCodeTags(Map<String, NewsCode> concepts, ExistingTags existing) {
        this.concepts = concepts;
        this.existing = existing;
    }

    List<ImportRecord> records() {
        concepts.values().forEach(concept -> emit(concept, new ArrayList<>()));
        List<ImportRecord> records = new ArrayList<>(tags.values());
        concepts.values()
                .forEach(concept -> replacement(concept)
                        .ifPresent(other ->
                                records.add(new ImportRecord.Merged(concept.number(), concept.uri(), other.uri()))));
        return records;
    }

    /** @param below those that wait for it; one of them above it would be a circle */
    private void emit(NewsCode concept, List<String> below) {
        if (tags.containsKey(concept.uri()) || below.contains(concept.uri()) || below.size() == MOST_LEVELS) {
            return;
        }
        below.add(concept.uri());
        concept.broader().stream().map(concepts::get).filter(Objects::nonNull).forEach(broader -> emit(broader, below));
        below.remove(concept.uri());
        tags.put(concept.uri(), record(concept));
    }

    private ImportRecord record(NewsCode concept) {
        List<Fault> notes = new ArrayList<>(concept.notes());
        ObjectNode tag = Json.MAPPER.createObjectNode();
        tag.put("type", Parameters.wireName(TagType.TOPIC)).put("slug", slug(concept));
        ExistingTags.Existing before = existing.imported()
                .apply(concept.uri())
                .flatMap(slug -> existing.bySlug()
                        .apply(slug)
                        .filter(found -> found.slug().equals(slug))) // not what it was merged into
                .orElse(ExistingTags.Existing.NOTHING);
        Map<String, String> names = together(before.names(), concept.names());
        if (names.isEmpty()) {
            names.put("en", NewsCode.code(concept.uri()));
            notes.add(Fault.at(
                    "/prefLabel", "is empty; the concept is named by its code, " + NewsCode.code(concept.uri())));
        }
        tag.set("names", Json.tree(names));
        Map<String, String> descriptions = together(before.descriptions(), concept.descriptions());
        if (!descriptions.isEmpty()) {
            tag.putObject("profile").set("descriptions", Json.tree(descriptions));
        }
        if (concept.broader().isEmpty() && !before.parents().isEmpty()) {
            before.parents().forEach(tag.withArray("parents")::add);
        }
        for (String broader : concept.broader()) {
            if (tags.containsKey(broader)) {
                tag.withArray("parents").add(slug(Objects.requireNonNull(concepts.get(broader))));
            } else {
                notes.add(Fault.at("/broader", "is not in the file, or stands below this one: " + broader));
            }
        }
        List<String> addresses = Stream.of(List.of(concept.uri()), before.sameAs(), concept.same())
                .flatMap(List::stream)
                .distinct()
                .toList();
        addresses.stream().limit(MOST_ADDRESSES).forEach(tag.withArray("sameAs")::add);
        addresses.stream()
                .skip(MOST_ADDRESSES)
                .forEach(more -> notes.add(Fault.at("/exactMatch", "is one too many and left out: " + more)));
        if (concept.isRetired() || before.isRetired()) {
            tag.put("retired", true);
        }
        return new ImportRecord.Content(
                concept.number(), concept.uri(), ContentKind.TAG, tag, null, false, List.of(), notes);
    }

    /** What an earlier file said, and this one does not, stays. */
    private static Map<String, String> together(Map<String, String> before, Map<String, String> now) {
        Map<String, String> together = new HashMap<>(before);
        together.putAll(now);
        return together;
    }

    /** That of an earlier import; otherwise the English name, with the code behind it where that means something else. */
    private String slug(NewsCode concept) {
        return slugs.computeIfAbsent(
                concept.uri(),
                uri -> existing.imported().apply(uri).orElseGet(() -> {
                    String language = concept.names().keySet().stream()
                            .filter(name -> name.startsWith("en"))
                            .findFirst()
                            .or(() -> concept.names().keySet().stream().findFirst())
                            .orElse("en");
                    String plain = Slug.of(concept.names().getOrDefault(language, NewsCode.code(uri)), language);
                    return taken(isFree(plain) ? plain : Slug.of(plain + " " + NewsCode.code(uri), "en"));
                }));
    }

    private String taken(String slug) {
        taken.add(slug);
        return slug;
    }

    private boolean isFree(String slug) {
        return !taken.contains(slug)
                && existing.bySlug()
                        .apply(slug)
                        .map(tag -> tag.type() == TagType.TOPIC)
                        .orElse(true);
    }

    private Optional<NewsCode> replacement(NewsCode concept) {
        return concept.isRetired()
                ? concept.replacedBy().stream()
                        .map(concepts::get)
                        .filter(Objects::nonNull)
                        .filter(other -> !other.isRetired())
                        .findFirst()
                : Optional.empty();
    }
}
