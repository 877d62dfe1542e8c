package dev.dateline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.PlainText;
import dev.dateline.content.Slug;
import dev.dateline.content.TagType;
import dev.dateline.http.Parameters;
import dev.dateline.json.CanonicalText;
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
import org.jspecify.annotations.Nullable;

/**
 * Authors, categories, tags and other terms of a WordPress site, which all become tags. A slug stands for one tag here: terms
 * that share a slug and a name become one, and of others that share a slug, all but the first get a number.
 */
final class WordPressTerms {

    private static final int MAX_NAME = 200;

    private final ExistingTags existing;
    private final WordPressSite site;
    private final Map<String, WordPressTerm> terms = new LinkedHashMap<>();
    private final Map<String, WordPressTerm> bySlug = new HashMap<>();
    private final List<String> fresh = new ArrayList<>();
    private final Set<String> emitted = new HashSet<>();
    private long number;

    WordPressTerms(WordPressSite site, ExistingTags existing) {
        this.site = site;
        this.existing = existing;
    }

    /** An author of the site; without a name that was meant for the public there is no tag. */
    void author(WordPressElement author) {
        String login = author.text("author_login").strip();
        String shown = plain(author.text("author_display_name"));
        String full = plain(author.text("author_first_name") + " " + author.text("author_last_name"));
        contributor(login, shown.isEmpty() || shown.contains("@") ? full : shown);
    }

    private void contributor(String login, String name) {
        if (!login.isEmpty() && CanonicalText.isVisible(name) && !name.contains("@")) {
            put("author:" + login, TagType.CONTRIBUTOR, login, name, null, List.of());
        }
    }

    /** One who wrote with others: a term of Co-Authors Plus, whose slug is {@code cap-} and a login. */
    Optional<String> coAuthor(String nicename, String name) {
        String login = nicename.replaceFirst("^cap-", "");
        Optional<String> known = authorSlug(login).or(() -> authorSlug(name));
        if (known.isEmpty()) {
            contributor(login, plain(name));
        }
        return known.or(() -> authorSlug(login));
    }

    Optional<String> authorSlug(String login) {
        return Optional.ofNullable(terms.get("author:" + login.strip())).map(WordPressTerm::slug);
    }

    /** A term that the head of the file describes. */
    void declare(WordPressElement element) {
        switch (element.name()) {
            case "category" ->
                declare(
                        element,
                        "category",
                        "category_nicename",
                        "cat_name",
                        "category_parent",
                        "category_description");
            case "tag" -> declare(element, "post_tag", "tag_slug", "tag_name", "none", "tag_description");
            default ->
                declare(
                        element,
                        element.text("term_taxonomy"),
                        "term_slug",
                        "term_name",
                        "term_parent",
                        "term_description");
        }
    }

    private void declare(
            WordPressElement element, String taxonomy, String slug, String name, String parent, String description) {
        if (!WordPressTaxonomy.hasTags(taxonomy)) {
            return;
        }
        List<Fault> notes = new ArrayList<>(WordPressTaxonomy.notes(taxonomy));
        String about = element.text(description).strip();
        if (!about.isEmpty()) {
            notes.add(Fault.at("", "its description has no place here: " + PlainText.cut(about, 2000)));
        }
        element.all("termmeta")
                .forEach(meta -> notes.add(Fault.at(
                        "",
                        "a field has no place here: " + meta.text("meta_key") + " = "
                                + PlainText.cut(meta.text("meta_value"), 500))));
        String above = element.text(parent);
        put(
                taxonomy + ":" + element.text(slug),
                WordPressTaxonomy.type(taxonomy),
                element.text(slug),
                plain(element.text(name)),
                above.isEmpty() ? null : taxonomy + ":" + above,
                notes);
    }

    /** The slug for what an item says about itself; what was not declared is made up from that. */
    String slugOf(String taxonomy, String nicename, String name) {
        put(
                taxonomy + ":" + nicename,
                WordPressTaxonomy.type(taxonomy),
                nicename,
                plain(name),
                null,
                WordPressTaxonomy.notes(taxonomy));
        return Objects.requireNonNull(terms.get(taxonomy + ":" + nicename)).slug();
    }

    private void put(
            String key, TagType type, String nicename, String name, @Nullable String parent, List<Fault> notes) {
        if (terms.containsKey(key)) {
            return;
        }
        String shown = name.isEmpty() ? WordPressSlugs.decoded(nicename) : name;
        String wanted = WordPressSlugs.slug(nicename, site.language(), type == TagType.CONTRIBUTOR ? "author" : "tag");
        WordPressTerm same = bySlug.get(wanted);
        if (same != null && same.isSame(type, shown)) {
            same.notes().add(Fault.at("/slug", "stands for a category and a tag there, and for one tag here"));
            terms.put(key, same);
            return;
        }
        List<Fault> all = new ArrayList<>(notes);
        String slug = existing.imported()
                .apply(site.key() + " " + key)
                .map(known -> leadsTo(wanted, known) ? wanted : known) // it was joined to another tag, or renamed here
                .filter(free -> !bySlug.containsKey(free))
                .orElseGet(() -> free(wanted, type, shown));
        if (!slug.equals(wanted)) {
            all.add(Fault.at("/slug", "is " + wanted + " there, which stands for something else here; it is " + slug));
        }
        WordPressTerm term = new WordPressTerm(type, slug, shown, parent, site.language(), all);
        terms.put(key, term);
        bySlug.put(slug, term);
        fresh.add(key);
    }

    private boolean leadsTo(String wanted, String slug) {
        return existing.bySlug()
                .apply(wanted)
                .filter(tag -> tag.slug().equals(slug))
                .isPresent();
    }

    private String free(String wanted, TagType type, String name) {
        String slug = wanted;
        for (int i = 2; bySlug.containsKey(slug) || isTaken(slug, type, name); i++) {
            slug = Slug.numbered(wanted, i);
        }
        return slug;
    }

    private boolean isTaken(String slug, TagType type, String name) {
        return existing.bySlug()
                .apply(slug)
                .filter(tag -> tag.type() != type
                        || tag.names().values().stream()
                                .noneMatch(known ->
                                        WordPressTerm.comparable(known).equals(WordPressTerm.comparable(name))))
                .isPresent();
    }

    private static String plain(String html) {
        return WordPressText.plain(html);
    }

    /** The tags that were not emitted yet, parents first. */
    List<ImportRecord> records() {
        List<ImportRecord> records = new ArrayList<>();
        for (String key : List.copyOf(fresh)) {
            emit(key, records, new HashSet<>());
        }
        fresh.clear();
        return records;
    }

    private void emit(String key, List<ImportRecord> records, Set<String> above) {
        WordPressTerm term = terms.get(key);
        if (term == null || emitted.contains(term.slug()) || !above.add(key)) {
            return;
        }
        if (term.parent() != null) {
            emit(term.parent(), records, above);
        }
        if (!emitted.add(term.slug())) {
            return;
        }
        number++;
        ObjectNode content = Json.MAPPER.createObjectNode();
        content.put("type", Parameters.wireName(term.type())).put("slug", term.slug());
        content.putObject("names").put(term.language(), PlainText.cut(term.name(), MAX_NAME));
        WordPressTerm parent = term.parent() == null ? null : terms.get(term.parent());
        if (parent != null && emitted.contains(parent.slug()) && !parent.slug().equals(term.slug())) {
            content.putArray("parents").add(parent.slug());
        } else if (term.parent() != null) {
            term.notes().add(Fault.at("/parents", "is not in the export: " + term.parent()));
        }
        records.add(new ImportRecord.Content(
                number, site.key() + " " + key, ContentKind.TAG, content, null, false, List.of(), term.notes()));
    }
}
