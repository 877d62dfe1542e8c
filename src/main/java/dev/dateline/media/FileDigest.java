package dev.dateline.media;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** What a file of the store is called: the SHA-256 of its bytes, in hexadecimal. */
public final class FileDigest {

    private FileDigest() {}

    public static String of(Path file) throws IOException {
        return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
    }
}
