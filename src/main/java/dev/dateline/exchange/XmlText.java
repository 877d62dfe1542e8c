package dev.dateline.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file. Those that XML 1.0 forbids come as private ones, so that one of them costs neither the file
 * nor its item: {@link #restored} takes them out again where it can be said whose they were.
 */
final class XmlText extends FilterReader {

    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");
    private static final int FEW = 4;
    private static final int START = 4096;
    private static final char FORBIDDEN = '\uF400';

    private XmlText(Reader reader) {
        super(reader);
    }

    /** @throws IOException when the file is not in the encoding that it names, or names none that is known */
    static XmlText of(InputStream input) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(input, START);
        byte[] start = bytes.readNBytes(START);
        bytes.unread(start);
        Charset charset = charset(start);
        if (charset.equals(StandardCharsets.UTF_8)) {
            Utf8.check(start);
        }
        return new XmlText(new InputStreamReader(bytes, charset));
    }

    private static Charset charset(byte[] start) throws IOException {
        int mark = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
        if (mark == 0xFFFE || mark == 0xFEFF) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(
                new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", ""));
        try {
            Charset charset = declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
            return Utf8.isCertain(start) ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IOException("The file names an encoding that is not known: " + declared.group(1), e);
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            char c = buffer[i];
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
                buffer[i] = (char) (FORBIDDEN + c);
            } else if (c == '\uFFFE' || c == '\uFFFF') {
                buffer[i] = (char) (FORBIDDEN + 0x20);
            }
        }
        return read;
    }

    /** Whether a text had characters that it must not have. */
    static boolean hadForbidden(String text) {
        return text.chars().anyMatch(XmlText::isForbidden);
    }

    /** Without them; what moves the carriage parts words. */
    static String restored(String text) {
        if (!hadForbidden(text)) {
            return text;
        }
        StringBuilder restored = new StringBuilder();
        text.chars().forEach(c -> {
            if (!isForbidden(c)) {
                restored.append((char) c);
            } else if (c - FORBIDDEN == 0x0B || c - FORBIDDEN == 0x0C) {
                restored.append(' ');
            }
        });
        return restored.toString();
    }

    private static boolean isForbidden(int c) {
        return c >= FORBIDDEN && c <= FORBIDDEN + 0x20;
    }

    /** Tells a file in another encoding from one with a broken character, and from one that names another and has this. */
    private static final class Utf8 {

        /** Several characters, all of them right, are no accident: text in another encoding has none. */
        static boolean isCertain(byte[] start) {
            String text = new String(start, StandardCharsets.UTF_8);
            int end = Math.max(0, text.length() - 4);
            return text.substring(0, end).indexOf('\uFFFD') < 0
                    && text.chars().limit(end).filter(c -> c > 0x7F).count() >= FEW;
        }

        static void check(byte[] start) throws IOException {
            String text = new String(start, StandardCharsets.UTF_8);
            long broken = text.chars()
                    .limit(Math.max(0, text.length() - 4))
                    .filter(c -> c == '\uFFFD')
                    .count();
            long foreign = text.chars().filter(c -> c > 0x7F).count();
            if (broken > 8 && broken * 2 > foreign) {
                throw new IOException(
                        "The file is not in UTF-8, though it does not name another encoding; perhaps it is in windows-1251."
                                + " Name it in the first line, as in <?xml version=\"1.0\" encoding=\"windows-1251\"?>");
            }
        }
    }
}
