package dev.dateline.exchange;

import dev.dateline.content.Image;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * WordPress eXtended RSS, versions 1.0 to 1.2. Read twice: first for the attachments, because a post may show one that
 * comes after it; then authors, categories and tags become tags, posts and pages become articles. Of the attachments
 * only address and description are kept in memory, of everything else one item at a time.
 */
final class WordPressRecords implements RecordSource {

    private final WordPressXml xml;
    private final BoundedInputStream input;
    private final WordPressTerms terms = new WordPressTerms();
    private final WordPressItems items;
    private final Deque<ImportRecord> ready = new ArrayDeque<>();
    private boolean termsEmitted;

    private WordPressRecords(BoundedInputStream input, Map<String, Image> attachments) throws XMLStreamException {
        this.input = input;
        this.xml = new WordPressXml(input);
        this.items = new WordPressItems(terms, attachments);
    }

    static WordPressRecords open(Path file) throws IOException {
        try {
            return new WordPressRecords(
                    BoundedInputStream.builder()
                            .setInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))
                            .get(),
                    attachmentsOf(file));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private static Map<String, Image> attachmentsOf(Path file) throws IOException {
        Map<String, Image> attachments = new HashMap<>();
        try (InputStream input = Files.newInputStream(file)) {
            WordPressXml xml = new WordPressXml(input);
            for (WordPressXml.Element element = xml.next(); element != null; element = xml.next()) {
                if (element.name().equals("item") && element.text("post_type").equals("attachment")) {
                    String id = element.text("post_id");
                    WordPressItems.image(element).ifPresent(image -> attachments.put(id, image));
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        return attachments;
    }

    @Override
    public @Nullable ImportRecord next() throws IOException {
        try {
            while (ready.isEmpty()) {
                WordPressXml.Element element = xml.next();
                if (element == null) {
                    emitTerms();
                    return ready.poll();
                }
                read(element);
            }
            return ready.poll();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private void read(WordPressXml.Element element) {
        switch (element.name()) {
            case "language" -> items.language(element.text());
            case "base_blog_url", "link" -> items.site(element.text());
            case "author" -> terms.author(element);
            case "category", "tag", "term" -> terms.declare(element);
            case "item" -> {
                emitTerms();
                ready.addAll(items.read(element));
            }
            default -> {}
        }
    }

    /** Terms come before the items; they are held back until the first one, so that parents can go first. */
    private void emitTerms() {
        if (!termsEmitted) {
            termsEmitted = true;
            ready.addAll(terms.records(items.language(), items.site()));
        }
    }

    private static IOException malformed(XMLStreamException e) {
        if (e instanceof WordPressXml.NoChannel) {
            return new IOException(e.getMessage(), e);
        }
        return new IOException(
                "The file is not well-formed XML at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber(),
                e);
    }

    @Override
    public long bytesRead() {
        return input.getCount();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
