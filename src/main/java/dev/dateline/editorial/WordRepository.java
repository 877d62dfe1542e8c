package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.EditorialContent;
import dev.dateline.content.InlineHtml;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.search.analysis.WordAnalyzers;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/**
 * Which words stand in working copies, by which editors find them. They are in the database with what they belong to, and not
 * in an index of each node as what readers search: so an editor finds what they saved a moment ago, on every node.
 */
@Singleton
public class WordRepository {

    /** PostgreSQL takes 1 MB of words. */
    private static final int MOST_BYTES = 900_000;

    private static final Set<String> NO_TEXTS = Set.of("type", "kind");

    private final DataSource database;

    WordRepository(DataSource database) {
        this.database = database;
    }

    /** Writes the words of content in the present transaction, in the place of those that were there. */
    void keep(UUID id, EditorialContent content) {
        String language = content.language() == null ? "" : content.language();
        String[] words = bounded(texts(Json.tree(content))
                .flatMap(text -> words(language, InlineHtml.withoutElements(text)))
                .distinct());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into working_copy_words values (?, array_to_tsvector(?))
                        on conflict (id) do update set words = excluded.words
                        """)) {
            insert.setObject(1, id);
            insert.setArray(2, connection.createArrayOf("text", words));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The words of a working copy cannot be written", e);
        }
    }

    /** Base forms, and words as they are written, for those who write only how one begins. */
    private static Stream<String> words(String language, String text) {
        return Stream.concat(
                WordAnalyzers.of(language).forms(text).stream(), WordAnalyzers.plain().forms(text).stream());
    }

    private static String[] bounded(Stream<String> words) {
        List<String> kept = new ArrayList<>();
        int bytes = 0;
        for (String word : (Iterable<String>) words::iterator) {
            bytes += word.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            kept.add(word);
        }
        return kept.toArray(String[]::new);
    }

    /** Every text in it, whatever the field, but for what the program itself calls things. */
    private static Stream<String> texts(JsonNode content) {
        if (content.isTextual()) {
            return Stream.of(content.textValue())
                    .filter(text -> Parameters.uuids(text).findAny().isEmpty());
        } else if (content.isArray()) {
            return StreamSupport.stream(content.spliterator(), false).flatMap(WordRepository::texts);
        }
        return content.properties().stream()
                .filter(field -> !NO_TEXTS.contains(field.getKey()))
                .flatMap(field -> texts(field.getValue()));
    }

    void forget(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from working_copy_words where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The words of a working copy cannot be deleted", e);
        }
    }
}
