package dev.dateline.picture;

import com.drew.metadata.StringValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A text in a picture, whose encoding the file seldom tells. It is UTF-8 where it can be. Older files have the encoding of the computer
 * that wrote them: a Cyrillic word is a row of bytes above ASCII there, and a Western word has one or two among ASCII letters.
 */
final class MetadataText {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Of letters above ASCII in a row. */
    private static final int CYRILLIC_WORD = 3;

    private MetadataText() {}

    static String of(StringValue value) {
        byte[] bytes = value.getBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, isCyrillic(bytes) ? CYRILLIC : WESTERN);
        }
    }

    private static boolean isCyrillic(byte[] bytes) {
        int row = 0;
        for (byte one : bytes) {
            row = (one & 0xFF) >= 0xC0 ? row + 1 : 0;
            if (row == CYRILLIC_WORD) {
                return true;
            }
        }
        return false;
    }
}
