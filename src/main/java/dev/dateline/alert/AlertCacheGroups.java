package dev.dateline.alert;

import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changes of alerts touch for those who follow a language: no answer depends on these cache groups. */
public final class AlertCacheGroups {

    /** Of those that are meant for every language. */
    public static final String ANY_LANGUAGE = language("any");

    private AlertCacheGroups() {}

    public static String language(String range) {
        return ContentKind.ALERT.cacheGroup() + ":" + range;
    }

    static Set<String> of(@Nullable String language) {
        return language == null
                ? Set.of(ANY_LANGUAGE)
                : Languages.ranges(language).stream()
                        .map(AlertCacheGroups::language)
                        .collect(Collectors.toSet());
    }
}
