package dev.dateline.exchange;

import dev.dateline.content.TagType;
import dev.dateline.problem.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What WordPress's taxonomies are here: types of tags, or something that is not a tag at all. */
final class WordPressTaxonomy {

    private static final Map<String, TagType> OWN =
            Map.of("category", TagType.SECTION, "post_tag", TagType.TOPIC, "author", TagType.CONTRIBUTOR);

    /** By what site builders call their own taxonomies. */
    private static final Map<String, TagType> USUAL = Map.ofEntries(
            Map.entry("place", TagType.PLACE),
            Map.entry("region", TagType.PLACE),
            Map.entry("city", TagType.PLACE),
            Map.entry("country", TagType.PLACE),
            Map.entry("location", TagType.PLACE),
            Map.entry("geo", TagType.PLACE),
            Map.entry("person", TagType.PERSON),
            Map.entry("people", TagType.PERSON),
            Map.entry("organisation", TagType.ORGANISATION),
            Map.entry("organization", TagType.ORGANISATION),
            Map.entry("company", TagType.ORGANISATION),
            Map.entry("series", TagType.SERIES),
            Map.entry("section", TagType.SECTION),
            Map.entry("rubric", TagType.SECTION));

    private static final Set<String> NO_TAGS = Set.of(
            "",
            "language",
            "post_translations",
            "term_language",
            "term_translations",
            "post_format",
            "nav_menu",
            "link_category",
            "wp_theme",
            "wp_template_part_area",
            "wp_pattern_category",
            "author");

    private static final Set<String> ACCOUNTS =
            Set.of("", "language", "post_translations", "term_language", "term_translations", "post_format", "author");

    private WordPressTaxonomy() {}

    static boolean hasTags(String taxonomy) {
        return !NO_TAGS.contains(taxonomy);
    }

    /** Whether a term of the head becomes a tag, or is only how WordPress keeps account of languages and forms. */
    static boolean isDeclared(WordPressElement element) {
        String taxonomy = element.text("term_taxonomy");
        return element.name().equals("term") && (hasTags(taxonomy) || ACCOUNTS.contains(taxonomy));
    }

    static TagType type(String taxonomy) {
        TagType own = OWN.get(taxonomy);
        return own != null ? own : USUAL.getOrDefault(taxonomy.toLowerCase(Locale.ROOT), TagType.TOPIC);
    }

    static List<Fault> notes(String taxonomy) {
        return OWN.containsKey(taxonomy)
                ? List.of()
                : List.of(Fault.at(
                        "/type",
                        "belongs to the taxonomy “" + taxonomy + "” there, whose terms are tags of this type here"));
    }
}
