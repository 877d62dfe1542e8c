package dev.dateline.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses that the strictest reader takes (RFC 3986). */
class EscapedAddressTest {

    @Test
    void whatMayNotStandInAnAddressIsEscapedAndWhatIsEscapedStaysSo() {
        assertThat(EscapedAddress.of("https://l.example.org/лиц"))
                .isEqualTo("https://l.example.org/%D0%BB%D0%B8%D1%86");
        assertThat(EscapedAddress.of("https://s.example.org/ü?x=[1]|2"))
                .isEqualTo("https://s.example.org/%C3%BC?x=%5B1%5D%7C2");
        assertThat(EscapedAddress.of("https://s.example.org/a%20b?c=d&e#f"))
                .isEqualTo("https://s.example.org/a%20b?c=d&e#f");
        assertThat(EscapedAddress.of("https://навіны.example/a")).isEqualTo("https://xn--80ae5ac4e2c.example/a");
    }

    @Test
    void whatIsNoAddressIsWrittenAllTheSame() {
        assertThat(EscapedAddress.of("https://s.example.org/100%?a=%zz"))
                .isEqualTo("https://s.example.org/100%25?a=%25zz");
        assertThat(EscapedAddress.of("https://a..b/" + "x")).isEqualTo("https://a..b/x");
        assertThat(EscapedAddress.of("nowhere \"now\"")).isEqualTo("nowhere%20%22now%22");
        assertThat(EscapedAddress.host("https://my_host.example/a")).isEqualTo("my_host.example");
    }
}
