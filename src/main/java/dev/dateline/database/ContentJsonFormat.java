package dev.dateline.database;

import dev.dateline.json.Json;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** Stores content in the program's own JSON, the same that is read and served. */
@JsonFormat
@PersistenceUnitExtension
@ApplicationScoped
class ContentJsonFormat implements FormatMapper {

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
        try {
            return Json.MAPPER.readValue(json.toString(), Json.MAPPER.constructType(type.getJavaType()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("Stored content cannot be read", e);
        }
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return Json.write(value);
    }
}
