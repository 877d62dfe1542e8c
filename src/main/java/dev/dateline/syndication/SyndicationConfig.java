package dev.dateline.syndication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whole addresses, which feeds, sitemaps and linked data need. A change holds at the next start, for what is published already, too. */
@ConfigMapping(prefix = "dateline.syndication")
public interface SyndicationConfig {

    /** Where readers reach this API, without {@code /v1}. */
    @WithDefault("http://localhost:8080")
    String apiUrl();

    /** A WebSub hub that feeds name. */
    Optional<String> hub();

    /** What stands for {@code {section}} where an article has none. */
    @WithDefault("news")
    String defaultSection();

    /** Where people read what is published. */
    Pages pages();

    /**
     * An address with names in braces for each kind, such as {@code https://example.org/{language}/{slug}}. Where there is none, the
     * API's own address counts.
     */
    interface Pages {

        /** With {@code slug} or {@code id}; also {@code language}, {@code section}, {@code year}, {@code month}, {@code day}. */
        Optional<String> article();

        /** With {@code slug} or {@code id}; also {@code language}. */
        Optional<String> storyList();

        /** With {@code slug} or {@code id}; also {@code language}. */
        Optional<String> front();

        /** With {@code slug}; also {@code type}. */
        Optional<String> tag();

        /** Where people search; with {@code query}. */
        Optional<String> search();

        /** Where search engines find a sitemap; with {@code name}. */
        Optional<String> sitemap();
    }
}
