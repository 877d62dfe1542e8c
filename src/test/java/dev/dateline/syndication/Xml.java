package dev.dateline.syndication;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A document that an XML parser took; names are looked for without their namespaces' prefixes. */
record Xml(Document document) {

    static Xml of(String text) {
        try {
            return new Xml(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text))));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + text, e);
        }
    }

    /** @param path in XPath, such as {@code /rss/channel/item/title} */
    List<String> all(String path) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent());
            }
            return texts;
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }

    String one(String path) {
        List<String> found = all(path);
        if (found.size() != 1) {
            throw new AssertionError(path + ": " + found);
        }
        return found.get(0);
    }
}
