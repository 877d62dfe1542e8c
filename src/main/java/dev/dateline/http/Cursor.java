package dev.dateline.http;

import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A place in an ordered collection: the sort key and id of the item at the page's edge, and which way to go on. It is
 * bound to its query by a checksum, so that a cursor of another query is refused instead of answering nonsense.
 *
 * @param key the edge item's sort key as text, or null where a collection is ordered by id alone
 */
public record Cursor(@Nullable String key, UUID id, boolean backwards) {

    /** Times within four-digit years, which PostgreSQL can compare. */
    private static final long MAX_SECONDS = 253_402_300_800L;

    private static final Fault FOREIGN = foreignIn("cursor");

    /** What is not the key: the id, the flags, the checksum. */
    private static final int FIXED_LENGTH = 16 + 1 + 4;

    /** In a collection that is ordered by a time, facing forwards. */
    public static Cursor at(Instant time, UUID id) {
        return new Cursor(time.toString(), id, false);
    }

    /** In a collection that is ordered by id alone, facing forwards. */
    public static Cursor at(UUID id) {
        return new Cursor(null, id, false);
    }

    /** The same place, facing backwards. */
    Cursor turned() {
        return new Cursor(key, id, true);
    }

    /**
     * The key where it is a time.
     *
     * @throws Problem {@code invalid-cursor}, when it is none that could be in a collection
     */
    public Instant time() {
        try {
            Instant time = Instant.parse(String.valueOf(key));
            if (Math.abs(time.getEpochSecond()) <= MAX_SECONDS) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // said below, like a time out of range
        }
        throw foreign(FOREIGN);
    }

    /**
     * The key where it is a number.
     *
     * @param fault what is told when it is none
     * @throws Problem {@code invalid-cursor}, when it is none
     */
    public long number(Fault fault) {
        try {
            return Long.parseLong(String.valueOf(key));
        } catch (NumberFormatException e) {
            throw foreign(fault);
        }
    }

    /** @param query all that decides which items come in which order, in one canonical text */
    public String encode(String query) {
        byte[] text = key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_LENGTH + text.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put((byte) ((backwards ? 1 : 0) | (key == null ? 2 : 0)))
                .put(text);
        bytes.putInt(checksum(bytes, query));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Problem {@code invalid-cursor}, when the text was not made by {@link #encode} for this query */
    public static @Nullable Cursor decode(@Nullable String text, String query) {
        return text == null ? null : decode(FOREIGN, text, query);
    }

    /**
     * The same from another place than the parameter {@code cursor}.
     *
     * @param fault what is told when the text was made for another query
     * @throws Problem {@code invalid-cursor}
     */
    public static Cursor decode(Fault fault, String text, String query) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw foreign(fault);
        }
        int length = bytes.capacity() - FIXED_LENGTH;
        if (length < 0 || bytes.getInt(bytes.capacity() - 4) != checksum(bytes, query)) {
            throw foreign(fault);
        }
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        byte flags = bytes.get();
        byte[] key = new byte[length];
        bytes.get(key);
        String edge = new String(key, StandardCharsets.UTF_8);
        if (edge.indexOf('\0') >= 0) { // no collection has it, and PostgreSQL takes it for no text
            throw foreign(fault);
        }
        return new Cursor((flags & 2) != 0 ? null : edge, id, (flags & 1) != 0);
    }

    @SuppressWarnings("ByteBufferBackingArray") // it is always allocated or wrapped here
    private static int checksum(ByteBuffer bytes, String query) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), 0, bytes.capacity() - 4);
        checksum.update(query.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    /** What is told of a cursor of another query that came in this parameter. */
    public static Fault foreignIn(String parameter) {
        return Fault.parameter(parameter, "must come from the same query");
    }

    private static Problem foreign(Fault fault) {
        return new Problem(
                ProblemType.INVALID_CURSOR,
                "Start without it, then follow the links of answers as they are given.",
                List.of(fault));
    }
}
