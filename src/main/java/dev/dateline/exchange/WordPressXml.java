package dev.dateline.exchange;

import dev.dateline.content.InlineHtml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one child of a WXR channel. Document types are not supported and external entities not resolved, so neither a file on
 * the server nor an exploding entity can be reached from an upload.
 */
final class WordPressXml {

    private static final int MAX_DEPTH = 20;

    /** Elements whose text is HTML. */
    private static final Set<String> HTML = Set.of("content:encoded", "excerpt:encoded", "description", "title");

    /** Elements without an end (HTML 13.1.2). */
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final WordPressNames names;

    private WordPressXml(XMLStreamReader reader, WordPressNames names) {
        this.reader = reader;
        this.names = names;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(
                XMLInputFactory.IS_NAMESPACE_AWARE, false); // the declarations stand in another part of the file
        return factory;
    }

    /** @throws XMLStreamException when the text is not one well-formed element */
    static WordPressElement read(String text, WordPressNames names) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
        try {
            reader.nextTag();
            return new WordPressXml(reader, names).element(0);
        } finally {
            reader.close();
        }
    }

    /** An element of HTML that stands there as it is, and not as text, with all that is in it. */
    private void markup(StringBuilder html) throws XMLStreamException {
        for (int depth = 0; ; reader.next()) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    html.append('<').append(reader.getLocalName());
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        html.append(' ')
                                .append(reader.getAttributeLocalName(i))
                                .append("=\"")
                                .append(InlineHtml.escaped(reader.getAttributeValue(i)))
                                .append('"');
                    }
                    html.append('>');
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!VOID.contains(reader.getLocalName())) {
                        html.append("</").append(reader.getLocalName()).append('>');
                    }
                    if (--depth == 0) {
                        return;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
                    html.append(InlineHtml.escapedText(reader.getText()));
                case XMLStreamConstants.CDATA -> html.append(reader.getText());
                default -> {}
            }
        }
    }

    private WordPressElement element(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("Elements are nested too deeply", reader.getLocation());
        }
        String name = reader.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<WordPressElement> children = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (HTML.contains(names.own(name))) {
                        markup(text);
                    } else {
                        children.add(element(depth + 1));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new WordPressElement(names.own(name), attributes, text.toString(), children);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "The entity &" + reader.getLocalName() + "; is not known in XML", reader.getLocation());
                default -> {}
            }
        }
    }
}
