package dev.dateline.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.Native;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * A compressed form of an answer (RFC 9110 section 8.4.1; RFC 7932 for brotli, RFC 8878 for zstd). In the order in which
 * they are taken when a reader likes them alike: the fewest bytes first. What cannot be loaded on this machine is left out.
 */
enum ContentCoding {
    BROTLI("br") {
        @Override
        byte[] compressed(byte[] bytes) throws IOException {
            return Encoder.compress(bytes, BROTLI_PARAMETERS);
        }

        @Override
        boolean isLoaded() {
            return Brotli4jLoader.isAvailable();
        }
    },
    ZSTD("zstd") {
        @Override
        byte[] compressed(byte[] bytes) {
            return Zstd.compress(bytes, Zstd.defaultCompressionLevel());
        }

        @Override
        boolean isLoaded() {
            Native.load();
            return true;
        }
    },
    GZIP("gzip") {
        @Override
        byte[] compressed(byte[] bytes) throws IOException {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(bytes);
            }
            return compressed.toByteArray();
        }

        @Override
        boolean isLoaded() {
            return true;
        }
    };

    /** Of 23 KB, 4.3 KB in a quarter of a millisecond, where gzip makes 4.8. More effort wins little; a larger window none. */
    private static final Encoder.Parameters BROTLI_PARAMETERS =
            new Encoder.Parameters().setQuality(5).setWindow(18);

    private static final Logger LOG = Logger.getLogger(ContentCoding.class);

    /** Those that this machine can do. */
    static final List<ContentCoding> AVAILABLE =
            Arrays.stream(values()).filter(ContentCoding::isAvailable).toList();

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    abstract byte[] compressed(byte[] bytes) throws IOException;

    /** May fail in any way when there is no native part for this machine. */
    abstract boolean isLoaded();

    private boolean isAvailable() {
        try {
            return isLoaded();
        } catch (LinkageError | RuntimeException e) {
            LOG.infof("Answers without %s: its native part cannot be loaded (%s)", token, e);
            return false;
        }
    }

    /** As in {@code Content-Encoding}. */
    String token() {
        return token;
    }

    byte[] encode(byte[] bytes) {
        try {
            return compressed(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
