package dev.dateline.exchange.html;

import dev.dateline.content.WebAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Addresses in a document, as a browser would follow them. */
final class Addresses {

    static final int MAX_LENGTH = 2000;

    private static final Pattern WEB = Pattern.compile(WebAddress.PATTERN);
    private static final Pattern OTHER = Pattern.compile("^(?:mailto|tel):[^\\s\"<>\\\\]+$");

    private Addresses() {}

    static boolean isWeb(String address) {
        return address.length() <= MAX_LENGTH && WEB.matcher(address).matches();
    }

    /** An absolute web address out of an attribute, or nothing. */
    static Optional<String> web(Element element, String attribute) {
        return Optional.of(absolute(element, attribute)).filter(Addresses::isWeb);
    }

    /** What a link in a text may lead to: the web, a mailbox or a telephone. */
    static Optional<String> link(Element element) {
        return Optional.of(absolute(element, "href"))
                .filter(address ->
                        WEB.matcher(address).matches() || OTHER.matcher(address).matches());
    }

    private static String absolute(Element element, String attribute) {
        String value = element.attr(attribute).strip();
        if (value.isEmpty() || value.startsWith("#")) {
            return "";
        }
        if (value.startsWith("mailto:") || value.startsWith("tel:")) {
            int question = value.indexOf('?');
            int end = question < 0 ? value.length() : question;
            return value.substring(0, end).replace(" ", "")
                    + value.substring(end).replace(" ", "%20").replace("\n", "%0A");
        }
        String absolute =
                value.startsWith("http://") || value.startsWith("https://") ? value : element.absUrl(attribute);
        String whole = absolute.isEmpty() && value.startsWith("//") ? "https:" + value : absolute;
        return whole.replace(" ", "%20")
                .replace("\"", "%22")
                .replace("'", "%27")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "/")
                .replaceAll("\\s", "");
    }
}
