package dev.dateline.exchange;

import dev.dateline.content.PlainText;
import dev.dateline.problem.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * WordPress eXtended RSS: the channel's authors, categories and tags first, then one item at a time. The file is read twice,
 * because a picture may stand behind the article that shows it. An item that cannot be read costs nobody but itself.
 */
final class WordPressRecords implements RecordSource {

    private static final Logger LOG = Logger.getLogger(WordPressRecords.class);

    /** What the head of every export says of the site and of itself. */
    private static final Set<String> QUIET = Set.of(
            "title",
            "link",
            "description",
            "pubDate",
            "lastBuildDate",
            "language",
            "wxr_version",
            "base_site_url",
            "base_blog_url",
            "generator",
            "atom:link",
            "author",
            "category",
            "tag");

    private static final int MAX_SAID = 200;
    private static final Pattern TITLE = Pattern.compile("<title>(?:<!\\[CDATA\\[)?([^<\\]]+)");
    private static final Pattern POST_ID = Pattern.compile("<wp:post_id>\\s*(?:<!\\[CDATA\\[)?([0-9]+)");

    private final ImportFile input;
    private final WordPressChannel channel;
    private final WordPressSite site = new WordPressSite();
    private final WordPressTerms terms;
    private final WordPressItems items;
    private final Deque<ImportRecord> ready = new ArrayDeque<>();
    private boolean termsEmitted;
    private long number;
    private long volume;

    private WordPressRecords(
            ImportFile input, WordPressChannel channel, WordPressLibrary library, ExistingTags existing) {
        this.input = input;
        this.channel = channel;
        this.terms = new WordPressTerms(site, existing);
        this.items = new WordPressItems(site, terms, library);
    }

    static WordPressRecords open(Path file, ExistingTags existing) throws IOException {
        WordPressLibrary library = WordPressLibrary.of(file);
        ImportFile input = ImportFile.open(file);
        return new WordPressRecords(input, new WordPressChannel(XmlText.of(input.content())), library, existing);
    }

    @Override
    public @Nullable ImportRecord next() throws IOException {
        while (ready.isEmpty()) {
            WordPressChild child = channel.next();
            if (child == null) {
                emitTerms();
                end();
                return ready.poll();
            }
            read(child);
        }
        return ready.poll();
    }

    private void end() throws IOException {
        if (ready.isEmpty() && !channel.isClosed()) {
            throw new IOException(
                    "The file ends before its channel does: it was cut off. What stands before is imported");
        }
    }

    private void read(WordPressChild child) {
        boolean item = child.name().equals("item");
        if (item) {
            number++;
            emitTerms();
        }
        volume += child.text() == null ? 0 : child.text().length();
        if (child.text() == null) {
            refuse(child, "is larger than " + WordPressChannel.MAX_CHILD + " characters");
        } else if (!child.complete()) {
            refuse(child, "has no end before that of the file");
        } else {
            parse(child, child.text(), item);
        }
    }

    private void parse(WordPressChild child, String text, boolean item) {
        try {
            WordPressElement element = WordPressXml.read(text, channel.names());
            if (item) {
                ready.addAll(items.read(element, number));
            } else {
                head(element.restored());
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("A record could not be read", e);
            refuse(child, "could not be read: " + e.getClass().getSimpleName());
        } catch (XMLStreamException e) {
            String reason = String.valueOf(e.getMessage()).replaceFirst("(?s)^.*Message: ", "");
            refuse(
                    child,
                    "is not well-formed XML at its line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber() + ": " + reason);
        }
    }

    private void head(WordPressElement element) {
        switch (element.name()) {
            case "author" -> terms.author(element);
            case "category", "tag", "term" -> terms.declare(element);
            default -> site.read(element);
        }
        if (!QUIET.contains(element.name()) && !WordPressTaxonomy.isDeclared(element)) {
            ready.add(new ImportRecord.Skipped(
                    number,
                    "channel " + element.name(),
                    List.of(Fault.at(
                            "",
                            "<" + element.name() + "> of the channel has no place here: "
                                    + WordPressLeftovers.shown(element)))));
        }
    }

    private void refuse(WordPressChild child, String reason) {
        String text = Objects.requireNonNullElse(child.text(), "");
        String what = "the <" + child.name() + ">" + said(" “", TITLE, text, "”")
                + said(" (number ", POST_ID, text, ")") + " " + reason;
        ready.add(new ImportRecord.Refused(number, child.name() + " " + number, List.of(Fault.at("", what))));
    }

    /** What can be read of something that cannot be read whole. */
    private static String said(String before, Pattern pattern, String text, String after) {
        Matcher found = pattern.matcher(text);
        return found.find() ? before + PlainText.cut(found.group(1).strip(), MAX_SAID) + after : "";
    }

    /** Terms come before the items; they are held back until the first one, so that parents can go first. */
    private void emitTerms() {
        if (!termsEmitted) {
            termsEmitted = true;
            ready.addAll(terms.records());
        }
    }

    @Override
    public long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public long volume() {
        return volume;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        input.close();
    }
}
