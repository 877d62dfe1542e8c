package dev.dateline.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** One of the records that a sealed type permits; its {@link JsonTypeName} stands in its JSON as {@code type}. */
public interface TypedJson {

    @JsonProperty
    default String type() {
        return nameOf(getClass());
    }

    /** The name of such a record. */
    static String nameOf(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }
}
