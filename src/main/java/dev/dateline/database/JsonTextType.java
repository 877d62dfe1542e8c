package dev.dateline.database;

import dev.dateline.json.JsonText;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/** Keeps {@link JsonText} in a column of type text, and reads its bytes as they come from PostgreSQL, which is UTF-8. */
public final class JsonTextType implements UserType<JsonText> {

    @Override
    public int getSqlType() {
        return Types.VARCHAR;
    }

    @Override
    public Class<JsonText> returnedClass() {
        return JsonText.class;
    }

    @Override
    public @Nullable JsonText nullSafeGet(ResultSet rows, int position, WrapperOptions options) throws SQLException {
        byte[] utf8 = rows.getBytes(position);
        return utf8 == null ? null : JsonText.ofBytes(utf8);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, @Nullable JsonText text, int position, WrapperOptions options)
            throws SQLException {
        statement.setString(position, text == null ? null : text.toString());
    }

    @Override
    public boolean equals(@Nullable JsonText one, @Nullable JsonText other) {
        return Objects.equals(one, other);
    }

    @Override
    public int hashCode(@Nullable JsonText text) {
        return Objects.hashCode(text);
    }

    @Override
    public @Nullable JsonText deepCopy(@Nullable JsonText text) {
        return text;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public @Nullable Serializable disassemble(@Nullable JsonText text) {
        return text == null ? null : text.toString();
    }

    @Override
    public @Nullable JsonText assemble(@Nullable Serializable cached, @Nullable Object owner) {
        return cached == null ? null : JsonText.ofJson((String) cached);
    }
}
