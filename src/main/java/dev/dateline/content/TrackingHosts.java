package dev.dateline.content;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hosts whose embeds follow those who see them, as {@link EmbedConfig#trackers} names them. */
public final class TrackingHosts {

    private static final List<String> HOSTS = ConfigProvider.getConfig()
            .getOptionalValues("dateline.embeds.trackers", String.class)
            .orElseGet(() -> List.of(EmbedConfig.TRACKERS.split(",")));

    private TrackingHosts() {}

    public static boolean include(String url) {
        try {
            URI address = URI.create(url);
            return HOSTS.stream().anyMatch(host -> isOf(address, host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an address lies at a host, or at one below it. */
    public static boolean isOf(URI address, String host) {
        String own = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return own.equals(host) || own.endsWith("." + host);
    }
}
