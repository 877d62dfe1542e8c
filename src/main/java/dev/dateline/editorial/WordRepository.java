package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.EditorialContent;
import dev.dateline.content.ImageContent;
import dev.dateline.content.InlineHtml;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.search.analysis.WordForms;
import jakarta.inject.Singleton;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which words stand in working copies, and in what is said of pictures, by which editors find them. They are in the database with what they belong to, and not
 * in an index of each node as what readers search: so an editor finds what they saved a moment ago, on every node.
 */
@Singleton
public class WordRepository {

    /** PostgreSQL takes 1 MB of words. */
    private static final int MOST_BYTES = 900_000;

    private static final Set<String> NO_TEXTS = Set.of("type", "kind");

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final TransactionManager transactions;

    WordRepository(
            DataSource database, TransactionSynchronizationRegistry transaction, TransactionManager transactions) {
        this.transactions = transactions;
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Has the words of content written when the present transaction ends, in the place of those that were there.
     *
     * @param more texts by which it is found too
     */
    void keep(UUID id, EditorialContent content, Stream<String> more) {
        note(id, content.language(), Stream.concat(texts(Json.tree(content)), more));
    }

    /** The same of what is said of a picture, in whatever languages. */
    public void keep(UUID id, ImageContent content) {
        note(id, null, texts(Json.tree(content)));
    }

    private void note(UUID id, @Nullable String language, Stream<String> texts) {
        pending().words.put(id, bounded(WordForms.of(language, texts.map(InlineHtml::withoutElements))));
    }

    private static String[] bounded(Set<String> words) {
        List<String> kept = new ArrayList<>(words.size());
        int bytes = 0;
        for (String word : words) {
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

    public void forget(UUID id) {
        pending().words.remove(id);
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from working_copy_words where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Words cannot be deleted", e);
        }
    }

    private Pending pending() {
        Pending pending = (Pending) transaction.getResource(WordRepository.class);
        if (pending == null) {
            pending = new Pending();
            transaction.putResource(WordRepository.class, pending);
            beforeTheChangeLog(pending);
        }
        return pending;
    }

    /** Nobody is to wait for words who waits for the change log, which is written by an interposed synchronization: those come last. */
    private void beforeTheChangeLog(Synchronization pending) {
        try {
            transactions.getTransaction().registerSynchronization(pending);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("Words cannot be kept", e);
        }
    }

    private void write(Map<UUID, String[]> words) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into working_copy_words values (?, array_to_tsvector(?))
                        on conflict (id) do update set words = excluded.words
                        """)) {
            for (Map.Entry<UUID, String[]> one : words.entrySet()) {
                insert.setObject(1, one.getKey());
                insert.setArray(2, connection.createArrayOf("text", one.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Words cannot be written", e);
        }
    }

    /** What an import writes is many working copies in a transaction; their words go out together. */
    private final class Pending implements Synchronization {

        private final Map<UUID, String[]> words = new LinkedHashMap<>();

        @Override
        public void beforeCompletion() {
            if (!words.isEmpty()) {
                write(words);
            }
        }

        @Override
        public void afterCompletion(int status) {
            words.clear();
        }
    }
}
