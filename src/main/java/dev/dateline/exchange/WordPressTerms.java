package dev.dateline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authors, categories and tags of a WordPress site, which all become tags: contributors, sections and topics. A slug
 * stands for one tag here; a category and a tag that share one become the same.
 */
final class WordPressTerms {

    private static final Set<String> TAXONOMIES = Set.of("category", "post_tag");

    private record Term(
            String type, String slug, String name, @Nullable String parent, List<Fault> notes) {}

    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Set<String> emitted = new HashSet<>();
    private long number;

    void author(WordPressXml.Element author) {
        String login = author.text("author_login");
        String name = author.text("author_display_name").strip();
        put("author:" + login, "contributor", slug(login, "author"), name.isEmpty() ? login : name, null);
    }

    void declare(WordPressXml.Element element) {
        switch (element.name()) {
            case "category" ->
                declare(
                        "category",
                        element.text("category_nicename"),
                        element.text("cat_name"),
                        element.text("category_parent"));
            case "tag" -> declare("post_tag", element.text("tag_slug"), element.text("tag_name"), "");
            default -> {
                if (TAXONOMIES.contains(element.text("term_taxonomy"))) {
                    declare(
                            element.text("term_taxonomy"),
                            element.text("term_slug"),
                            element.text("term_name"),
                            element.text("term_parent"));
                }
            }
        }
    }

    private void declare(String taxonomy, String nicename, String name, String parent) {
        put(
                taxonomy + ":" + nicename,
                taxonomy.equals("category") ? "section" : "topic",
                slug(nicename, "tag"),
                name.isBlank() ? nicename : name.strip(),
                parent.isEmpty() ? null : taxonomy + ":" + parent);
    }

    private void put(String key, String type, String slug, String name, @Nullable String parent) {
        if (terms.containsKey(key)) {
            return;
        }
        boolean contributor = type.equals("contributor");
        Optional<Term> same =
                terms.values().stream().filter(term -> term.slug.equals(slug)).findFirst();
        if (same.isEmpty()) {
            terms.put(key, new Term(type, slug, name, parent, new ArrayList<>()));
        } else if (contributor || same.get().type.equals("contributor")) {
            terms.put(key, new Term(type, slug + "-" + type, name, parent, new ArrayList<>()));
        } else {
            same.get().notes.add(Fault.at("/slug", "stands for a category and a tag there, and for one tag here"));
            terms.put(key, same.get());
        }
    }

    /** The tag's slug for what an item says about itself; what was not declared is made up from that. */
    String slugOf(String domain, String nicename, String name) {
        declare(domain, nicename, name, "");
        return slugOf(domain + ":" + nicename);
    }

    Optional<String> authorSlug(String login) {
        return Optional.ofNullable(terms.get("author:" + login)).map(Term::slug);
    }

    private String slugOf(String key) {
        Term term = terms.get(key);
        return term == null ? "" : term.slug;
    }

    /** The tags that were not emitted yet, parents first. */
    List<ImportRecord> records(String language, String site) {
        List<ImportRecord> records = new ArrayList<>();
        for (String key : List.copyOf(terms.keySet())) {
            emit(key, language, site, records, new HashSet<>());
        }
        return records;
    }

    private void emit(String key, String language, String site, List<ImportRecord> records, Set<String> above) {
        Term term = terms.get(key);
        if (term == null || emitted.contains(term.slug) || !above.add(key)) {
            return;
        }
        if (term.parent != null) {
            emit(term.parent, language, site, records, above);
        }
        if (!emitted.add(term.slug)) {
            return;
        }
        number++;
        ObjectNode content = Json.MAPPER.createObjectNode();
        content.put("type", term.type).put("slug", term.slug);
        content.putObject("names").put(language, shortened(term.name));
        String parent = term.parent == null ? "" : slugOf(term.parent);
        if (emitted.contains(parent) && !parent.equals(term.slug)) {
            content.put("parent", parent);
        }
        records.add(new ImportRecord.Content(
                number, site + " " + key, ContentKind.TAG, content, null, List.of(), term.notes));
    }

    private static String shortened(String name) {
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /** WordPress percent-encodes what is not Latin. */
    static String slug(String nicename, String otherwise) {
        String decoded;
        try {
            decoded = URLDecoder.decode(nicename, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            decoded = nicename;
        }
        if (Slug.isSlug(decoded)) {
            return decoded;
        }
        String slug = Slug.of(decoded, "ru");
        return slug.isEmpty() || !Slug.isSlug(slug) ? otherwise : slug;
    }
}
