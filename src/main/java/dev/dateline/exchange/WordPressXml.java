package dev.dateline.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The children of a WXR channel, one at a time. Document types are not supported and external entities not resolved, so
 * neither a file on the server nor an exploding entity can be reached from an upload.
 */
final class WordPressXml {

    private static final int MAX_DEPTH = 20;

    private final XMLStreamReader reader;

    WordPressXml(InputStream input) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        reader = factory.createXMLStreamReader(input);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("channel")) {
                return;
            }
        }
        throw new NoChannel();
    }

    /** It is XML, but no feed. */
    static final class NoChannel extends XMLStreamException {
        NoChannel() {
            super("The file is not a WordPress export: there is no channel in it");
        }
    }

    /** An element with its attributes, its own text and its children; prefixes are dropped but for two that clash. */
    record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

        /** The text of the first child with that name, or an empty text. */
        String text(String child) {
            return children.stream()
                    .filter(element -> element.name.equals(child))
                    .map(Element::text)
                    .findFirst()
                    .orElse("");
        }

        List<Element> all(String child) {
            return children.stream()
                    .filter(element -> element.name.equals(child))
                    .toList();
        }

        /** WordPress keeps further fields in pairs of key and value. */
        List<String> meta(String key) {
            return all("postmeta").stream()
                    .filter(meta -> meta.text("meta_key").equals(key))
                    .map(meta -> meta.text("meta_value"))
                    .toList();
        }
    }

    /** The next child of the channel, or null after the last one. */
    @Nullable
    Element next() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return element(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return null;
                }
                default -> {}
            }
        }
        return null;
    }

    private Element element(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("Elements are nested too deeply", reader.getLocation());
        }
        String name = name();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(name, attributes, text.toString(), children);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {}
            }
        }
    }

    /** {@code content:encoded} and {@code excerpt:encoded} differ by nothing but their prefixes. */
    private String name() {
        String local = reader.getLocalName();
        return local.equals("encoded") ? reader.getPrefix() : local;
    }
}
