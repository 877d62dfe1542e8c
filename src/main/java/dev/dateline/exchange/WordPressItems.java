package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import dev.dateline.time.DatabaseClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Makes articles of a WordPress site's posts and pages, and says of everything else why it stays behind. */
final class WordPressItems {

    private static final int MAX_SOURCE = 400;

    private final WordPressSite site;
    private final WordPressTerms terms;
    private final WordPressLibrary library;
    private final WordPressArticles articles;

    WordPressItems(WordPressSite site, WordPressTerms terms, WordPressLibrary library) {
        this.site = site;
        this.terms = terms;
        this.library = library;
        this.articles = new WordPressArticles(site, terms, library);
    }

    /** The article and the tags that only it names, or the reason why there is none. */
    List<ImportRecord> read(WordPressElement raw, long number) {
        List<Fault> notes = new ArrayList<>();
        WordPressLeftovers.note(raw, notes);
        WordPressElement item = raw.restored();
        String source = source(item);
        return switch (item.text("post_type")) {
            case "post" -> article(item, number, source, ArticleKind.ARTICLE, notes);
            case "page" -> article(item, number, source, ArticleKind.PAGE, notes);
            default -> skipped(number, source, WordPressSkipped.reason(item), notes);
        };
    }

    /** The site and the item's number there; without a number, its address and its name. */
    private String source(WordPressElement item) {
        String number = item.text("post_id").strip();
        String identity = number.isEmpty() || number.equals("0") ? address(item) : number;
        String source = site.key() + " " + item.text("post_type") + " " + identity;
        return source.length() <= MAX_SOURCE
                ? source
                : "sha256:" + HexFormat.of().formatHex(DigestUtils.sha256(source));
    }

    private static String address(WordPressElement item) {
        String address = item.text("guid").isBlank() ? item.text("link") : item.text("guid");
        String name = item.text("post_name").isBlank() ? item.text("title") : item.text("post_name");
        return WordPressSite.key(address) + " " + name.strip();
    }

    private static List<ImportRecord> skipped(long number, String source, String reason, List<Fault> notes) {
        List<Fault> reasons = new ArrayList<>(List.of(Fault.at("", reason)));
        reasons.addAll(notes);
        return List.of(new ImportRecord.Skipped(number, source, reasons));
    }

    private List<ImportRecord> article(
            WordPressElement item, long number, String source, ArticleKind kind, List<Fault> notes) {
        if (item.text("status").equals("trash")) {
            return List.of(new ImportRecord.Gone(number, source, ContentKind.ARTICLE, "it is in the trash there"));
        }
        site.noteLanguage(notes);
        WordPressArticles.Read read = articles.read(item, source, kind, notes);
        Publication publication = publication(item, read.isComplete(), notes);
        List<ImportRecord> records = new ArrayList<>(terms.records());
        JsonNode content = Json.tree(read.content());
        records.add(new ImportRecord.Content(
                number, source, ContentKind.ARTICLE, content, publication, false, formerSlugs(item), notes));
        return records;
    }

    /** Only what was public there becomes public here, and only as far as it may be. */
    private @Nullable Publication publication(WordPressElement item, boolean complete, List<Fault> notes) {
        String status = item.text("status");
        if (!item.text("post_password").isEmpty()) {
            String since = WordPressDates.written(item);
            notes.add(Fault.at("", "is protected by a password there" + since + ", so it is not public here"));
            return null;
        }
        if (!status.equals("publish")) {
            String why = (status.isEmpty() ? "without a status" : status) + WordPressDates.written(item);
            notes.add(Fault.at("", "is not public there (" + why + "), so it is not public here"));
            return null;
        }
        if (!complete) {
            notes.add(Fault.at("", "has no title or no content, so it is a draft here"));
            return null;
        }
        Instant date = WordPressDates.of(item, library::offsetAt, notes);
        if (date != null && date.isAfter(DatabaseClock.now())) {
            notes.add(Fault.at("", "is dated in the future (" + date + "), so it is a draft here"));
            return null;
        }
        return date == null
                ? Publication.NOW
                : Publication.before(date, WordPressDates.changed(item, date, library::offsetAt, notes));
    }

    private List<String> formerSlugs(WordPressElement item) {
        return item.meta("_wp_old_slug").stream()
                .map(slug -> WordPressSlugs.slug(slug, site.language(), ""))
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .toList();
    }
}
