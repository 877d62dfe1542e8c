package dev.dateline.http;

import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A place in an ordered collection: the sort time and id of the item at the page's edge, and which way to go on. It is
 * bound to its query by a fingerprint, so that a cursor of another query is refused instead of answering nonsense.
 *
 * @param at the edge item's sort key, or null where a collection is ordered by id alone
 */
public record Cursor(@Nullable Instant at, UUID id, boolean backwards) {

    /** Times within four-digit years, which PostgreSQL can compare. */
    private static final long MAX_SECONDS = 253_402_300_800L;

    private static final int LENGTH = 8 + 4 + 16 + 1 + 4;

    /** @param query all that decides which items come in which order, in one canonical text */
    public String encode(String query) {
        Instant time = at == null ? Instant.EPOCH : at;
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(time.getEpochSecond())
                .putInt(time.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put((byte) ((backwards ? 1 : 0) | (at == null ? 2 : 0)));
        bytes.putInt(checksum(bytes, query));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Problem {@code invalid-cursor}, when the text was not made by {@link #encode} for this query */
    public static @Nullable Cursor decode(@Nullable String text, String query) {
        if (text == null) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.capacity() != LENGTH || bytes.getInt(LENGTH - 4) != checksum(bytes, query)) {
                throw foreign();
            }
            Instant time = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            if (Math.abs(time.getEpochSecond()) > MAX_SECONDS) {
                throw foreign();
            }
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            byte flags = bytes.get();
            return new Cursor((flags & 2) != 0 ? null : time, id, (flags & 1) != 0);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw foreign();
        }
    }

    @SuppressWarnings("ByteBufferBackingArray") // it is always allocated or wrapped here
    private static int checksum(ByteBuffer bytes, String query) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), 0, LENGTH - 4);
        checksum.update(query.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    private static Problem foreign() {
        return new Problem(
                ProblemType.INVALID_CURSOR,
                "Start without a cursor, then follow next and previous as they are given.",
                List.of(Fault.parameter("cursor", "must come from the same query")));
    }
}
