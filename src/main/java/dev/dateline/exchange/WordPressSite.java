package dev.dateline.exchange;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.problem.Fault;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the head of a WordPress export says of the site. */
final class WordPressSite {

    private static final String OTHERWISE = "en";

    private @Nullable String language;
    private String languageNote = "The export does not name the site's language; en is assumed";
    private boolean languageNoted;
    private String link = "";
    private String baseSite = "";
    private String baseBlog = "";

    void read(WordPressElement element) {
        String text = element.text().strip();
        switch (element.name()) {
            case "language" -> language(text);
            case "link" -> link = text;
            case "base_site_url" -> baseSite = text;
            case "base_blog_url" -> baseBlog = text;
            default -> {}
        }
    }

    private void language(String text) {
        if (text.isEmpty()) {
            return;
        }
        Optional<String> canonical = canonical(text);
        language = canonical.orElse(OTHERWISE);
        boolean kept = canonical.isPresent() && canonical.get().equalsIgnoreCase(text.replace('_', '-'));
        languageNote = kept ? "" : "The site's language is named “" + text + "” there, and " + language + " here";
    }

    /** A language as the world names it: by its tag, or by its English name. */
    static Optional<String> canonical(String text) {
        try {
            return Optional.of(Languages.canonical(text.strip().replace('_', '-')));
        } catch (IllegalArgumentException e) {
            return Languages.named(text);
        }
    }

    String language() {
        return language == null ? OTHERWISE : language;
    }

    /** What there is to say of the language, the first time. */
    void noteLanguage(List<Fault> notes) {
        if (!languageNoted && !languageNote.isEmpty()) {
            notes.add(Fault.at("/language", languageNote));
        }
        languageNoted = true;
    }

    String address() {
        return List.of(baseBlog, baseSite, link).stream()
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the site's records are known by: its address, however it is reached and however it is written. */
    String key() {
        return key(address());
    }

    static String key(String address) {
        String key = address.strip().replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
        try {
            URI uri = URI.create("http://" + key);
            String host = uri.getHost();
            return host == null
                    ? key.toLowerCase(Locale.ROOT)
                    : host.toLowerCase(Locale.ROOT) + key.substring(Math.min(key.length(), host.length()));
        } catch (IllegalArgumentException e) {
            return key.isEmpty() ? "wordpress" : key.toLowerCase(Locale.ROOT);
        }
    }

    /** Whether an attachment can be shown as a picture. */
    static boolean isPicture(String url) {
        return url.toLowerCase(Locale.ROOT).matches("https?://.*\\.(jpe?g|png|gif|webp|avif|svg)(\\?.*)?");
    }
}
