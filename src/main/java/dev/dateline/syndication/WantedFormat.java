package dev.dateline.syndication;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which form a reader's {@code Accept} wants (RFC 9110 section 12.5.1). */
final class WantedFormat {

    private static final String APPLICATION = "application";

    private WantedFormat() {}

    /** The form that is wanted most; nothing when that is JSON, or none that there is. */
    static Optional<Format> of(RoutingContext context) {
        List<MIMEHeader> accepted = context.parsedHeaders().accept().stream()
                .filter(type -> type.weight() > 0)
                .sorted(Comparator.comparing(MIMEHeader::weight).reversed())
                .toList();
        for (MIMEHeader type : accepted) {
            if (takesJson(type)) {
                return Optional.empty();
            }
            Format format = format(type);
            if (format != null) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static boolean takesJson(MIMEHeader type) {
        return type.component().equals("*")
                || (type.component().equals(APPLICATION)
                        && (type.subComponent().equals("*")
                                || type.subComponent().equals("json")));
    }

    private static @Nullable Format format(MIMEHeader type) {
        return Format.ofMediaType(type.component() + "/" + type.subComponent())
                .findFirst()
                .orElse(null);
    }
}
