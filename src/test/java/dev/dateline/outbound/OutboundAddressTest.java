package dev.dateline.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OutboundAddressTest {

    private final OutboundAddress addresses = new OutboundAddress(() -> true);

    @Test
    void aHostMayBeWrittenInAnyScript() {
        URI url = addresses.parse("https://навіны.example:8443/падзея?a=b");

        assertThat(url.getHost()).isEqualTo("xn--80ae5ac4e2c.example");
        assertThat(url.getPort()).isEqualTo(8443);
        assertThat(url.getQuery()).isEqualTo("a=b");
    }

    @Test
    void anAddressWithoutAHostIsRefused() {
        assertThatThrownBy(() -> addresses.parse("https://a$1/x")).hasMessageContaining("must have a host");
        assertThatThrownBy(() -> addresses.parse("https:///path")).hasMessageContaining("must have a host");
        assertThatThrownBy(() -> addresses.parse("https://я@example.org/")).hasMessageContaining("must have a host");
    }
}
