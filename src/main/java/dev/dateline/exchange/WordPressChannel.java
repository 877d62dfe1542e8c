package dev.dateline.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a WXR file into the children of its channel, each as text, so that a fault in one of them costs nobody but itself. Only
 * one child is in memory at a time, and none that is larger than a limit.
 */
final class WordPressChannel implements Closeable {

    /** In characters. */
    static final int MAX_CHILD = 4 * 1024 * 1024;

    private static final int MAX_TAG = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final String SECTION = "<![CDATA[";
    private static final String COMMENT = "<!--";

    private final Reader reader;
    private final WordPressNames names = new WordPressNames();
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;
    private StringBuilder text = new StringBuilder();
    private boolean large;
    private boolean closed;

    /** The start of the next child, where it came before the end of the last one. */
    private String early = "";

    WordPressChannel(Reader reader) throws IOException {
        this.reader = reader;
        String markup = markup();
        names.declare(markup);
        while (!isTag(markup, "channel")) {
            if (markup.isEmpty()) {
                throw new IOException("The file is not a WordPress export: there is no channel in it");
            }
            text.setLength(0);
            markup = markup();
            names.declare(markup);
        }
    }

    /** The namespaces that stand above every child. */
    WordPressNames names() {
        return names;
    }

    /** The next child, or null after the last one. */
    @Nullable
    WordPressChild next() throws IOException {
        while (!closed) {
            String markup = begin();
            if (markup.isEmpty()) {
                return null;
            }
            closed = isTag(markup, "/channel");
            if (!closed && !markup.startsWith("<!") && !markup.startsWith("<?")) {
                text.delete(0, text.length() - markup.length());
                return markup.startsWith("</") ? stray(markup) : child(name(markup), markup.endsWith("/>"));
            }
        }
        return null;
    }

    private String begin() throws IOException {
        text = new StringBuilder(early);
        large = false;
        String markup = early.isEmpty() ? markup() : early;
        early = "";
        return markup;
    }

    /** An end without a beginning: a fault of its own, and no reason to stop. */
    private WordPressChild stray(String markup) {
        return new WordPressChild(names.own(name(markup).substring(1)), markup, true);
    }

    /** Whether the channel was closed; a file that was cut off ends without that. */
    boolean isClosed() {
        return closed;
    }

    /** Children do not nest: where the next one begins, this one has ended, whether it says so or not. */
    private WordPressChild child(String name, boolean isEmpty) throws IOException {
        boolean ended = isEmpty;
        while (!ended) {
            String markup = markup();
            if (markup.isEmpty() || isTag(markup, "/channel")) {
                closed = !markup.isEmpty();
                return new WordPressChild(names.own(name), large ? null : text.toString(), false);
            }
            ended = isTag(markup, "/" + name);
            if (isTag(markup, name) && !markup.endsWith("/>")) {
                early = markup;
                text.setLength(Math.max(0, text.length() - markup.length()));
                text.append("</").append(name).append('>');
                ended = true;
            }
        }
        return new WordPressChild(names.own(name), large ? null : text.toString(), true);
    }

    private static boolean isTag(String markup, String name) {
        return markup.startsWith(name, 1) && name(markup).equals(name);
    }

    private static String name(String markup) {
        int end = 1;
        while (end < markup.length()
                && !Character.isWhitespace(markup.charAt(end))
                && markup.charAt(end) != '>'
                && (markup.charAt(end) != '/' || end == 1)) {
            end++;
        }
        return markup.substring(1, end);
    }

    /** Reads on to the end of the next tag, section or comment, and says which; nothing at the end of the file. */
    private String markup() throws IOException {
        int c = read();
        while (c >= 0 && c != '<') {
            c = read();
        }
        StringBuilder markup = new StringBuilder("<");
        while (c >= 0) {
            c = read();
            if (markup.length() < MAX_TAG) {
                markup.append((char) c);
            }
            if (c == '>') {
                return markup.toString();
            }
            if (c == '[' && SECTION.contentEquals(markup)) {
                return to(']') ? SECTION : "";
            }
            if (c == '-' && COMMENT.contentEquals(markup)) {
                return to('-') ? COMMENT : "";
            }
        }
        return "";
    }

    /** Reads on to two such characters and a bracket. */
    private boolean to(char twice) throws IOException {
        int run = 0;
        for (int c = read(); c >= 0; c = read()) {
            if (c == '>' && run > 1) {
                return true;
            }
            run = c == twice ? run + 1 : 0;
        }
        return false;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, reader.read(buffer, 0, BUFFER));
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        char c = buffer[at++];
        if (text.length() < MAX_CHILD) {
            text.append(c);
        } else {
            large = true;
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
