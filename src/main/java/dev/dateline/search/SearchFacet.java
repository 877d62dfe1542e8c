package dev.dateline.search;

import dev.dateline.json.JsonText;
import java.util.Locale;
import java.util.Map;

/** By what found articles may be counted. */
enum SearchFacet {
    TAG(SearchDocument.TAG),
    SECTION(SearchDocument.SECTION),
    CONTRIBUTOR(SearchDocument.CONTRIBUTOR),
    LANGUAGE(SearchDocument.LANGUAGE),
    KIND(SearchDocument.KIND),
    MONTH(SearchDocument.MONTH);

    private static final String VALUE = "value";

    private final String field;

    SearchFacet(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    /** A value as it is shown, from how it lies in the index. */
    JsonText shown(String value) {
        return switch (this) {
            case TAG, SECTION, CONTRIBUTOR -> JsonText.ofJson(value);
            case KIND -> JsonText.of(Map.of(VALUE, value.toLowerCase(Locale.ROOT)));
            case LANGUAGE, MONTH -> JsonText.of(Map.of(VALUE, value));
        };
    }
}
