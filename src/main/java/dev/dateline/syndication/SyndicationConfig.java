package dev.dateline.syndication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Absolute addresses, which feeds, sitemaps and linked data need. */
@ConfigMapping(prefix = "dateline.syndication")
interface SyndicationConfig {

    /** Where readers reach this API, without {@code /v1}. */
    @WithDefault("http://localhost:8080")
    String apiUrl();

    /** A WebSub hub that is told of changes, which feeds name. */
    Optional<String> hub();

    /** The pages where people read what is published. */
    Pages pages();

    /**
     * Each is an address with names in braces. What is left out leads to the API itself. A change holds at once, for what is
     * published already, too.
     */
    interface Pages {

        /** With {@code {slug}} or {@code {id}}; also {@code {language}}, {@code {section}}, {@code {year}}, {@code {month}}, {@code {day}}. */
        Optional<String> article();

        /** With {@code {slug}} or {@code {id}}; also {@code {language}}. */
        Optional<String> storyList();

        /** With {@code {slug}} or {@code {id}}; also {@code {language}}. */
        Optional<String> front();

        /** With {@code {slug}} or {@code {id}}; also {@code {type}}. */
        Optional<String> tag();

        /** With {@code {query}}. */
        Optional<String> search();
    }
}
