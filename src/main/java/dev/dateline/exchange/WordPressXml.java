package dev.dateline.exchange;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
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
