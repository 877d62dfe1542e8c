package dev.dateline.content;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hosts whose embeds follow those who see them, as {@link EmbedConfig#trackers} names them. */
public final class TrackingHosts {

    private static final List<String> HOSTS = ConfigProvider.getConfig()
            .getOptionalValues("dateline.embeds.trackers", String.class)
            .orElseGet(() -> List.of(EmbedConfig.TRACKERS.split(",")));

    /** Front ends follow addresses that are none by the letter (RFC 3986). */
    private static final Pattern ADDRESS = Pattern.compile("^https?://(?:[^/?#@]*@)?([^/?#:@]+?)[.]?(?=[/?#:]|$)");

    private TrackingHosts() {}

    public static boolean include(String url) {
        return HOSTS.stream().anyMatch(host -> isOf(url, host));
    }

    /** Whether an address lies at a host, or at one below it. */
    public static boolean isOf(String url, String host) {
        Matcher address = ADDRESS.matcher(url);
        String own = address.find() ? address.group(1).toLowerCase(Locale.ROOT) : "";
        String wanted = host.strip().toLowerCase(Locale.ROOT);
        return own.equals(wanted) || own.endsWith("." + wanted);
    }
}
