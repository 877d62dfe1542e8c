package dev.dateline.syndication;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML. Characters that XML 1.0 forbids (section 2.2) are left out, because one of them would cost the whole document. */
final class XmlDocument {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    /** What stands in an element. */
    interface Content {

        void write() throws XMLStreamException;
    }

    XmlDocument() {
        try {
            xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartDocument("utf-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes names and values in turn; those that are empty are left out */
    void element(String name, Content content, String... attributes) {
        try {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                if (!attributes[i + 1].isEmpty()) {
                    xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
                }
            }
            content.write();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
    }

    void empty(String name, String... attributes) {
        element(name, () -> {}, attributes);
    }

    /** Nothing where there is no text. */
    void text(String name, String text, String... attributes) {
        if (!text.isEmpty()) {
            element(name, () -> xml.writeCharacters(clean(text)), attributes);
        }
    }

    private static String clean(String text) {
        return isClean(text) ? text : FORBIDDEN.matcher(text).replaceAll("");
    }

    /** Nearly all is, and one look is enough. */
    private static boolean isClean(String text) {
        return text.chars().allMatch(c -> (c >= ' ' && c < '\uD800') || c == '\n');
    }

    /** To be called once: the factory holds on to its last writer, which is therefore emptied. */
    String finished() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        out.getBuffer().trimToSize();
        return text;
    }
}
