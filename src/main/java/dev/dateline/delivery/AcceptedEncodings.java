package dev.dateline.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code Accept-Encoding} says about gzip (RFC 9110 section 12.5.3). */
final class AcceptedEncodings {

    private AcceptedEncodings() {}

    /**
     * Whether the reader prefers gzip to the text as it is, or at least does not mind. An explicit weight for a coding
     * beats that of {@code *}; a header that refuses everything gets the text as it is.
     */
    static boolean preferGzip(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return false;
        }
        double gzip = -1;
        double identity = -1;
        double any = -1;
        int start = 0;
        while (start < header.length()) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            int semicolon = header.indexOf(';', start);
            int nameEnd = semicolon >= 0 && semicolon < end ? semicolon : end;
            double weight = nameEnd == end ? 1 : weight(header.substring(nameEnd + 1, end));
            switch (header.substring(start, nameEnd).strip().toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> gzip = weight;
                case "identity" -> identity = weight;
                case "*" -> any = weight;
                default -> {}
            }
            start = end + 1;
        }
        double gzipWeight = gzip >= 0 ? gzip : Math.max(any, 0);
        return gzipWeight > 0 && gzipWeight >= identity;
    }

    private static double weight(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            String text = parameter.strip();
            if (text.regionMatches(true, 0, "q=", 0, 2)) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
