package dev.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is told at once, in one line that names the setting. */
class PreflightTest {

    @TempDir
    Path folder;

    private @Nullable String fault(String... settings) {
        return fault(true, settings);
    }

    private @Nullable String fault(boolean serves, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "quarkus.http.port",
                "0",
                "dateline.media.folder",
                folder.resolve("media").toString()));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 400))
                .build();
        return Preflight.fault(config, serves);
    }

    @Test
    void nothingIsSaidWhereNothingIsWrong() {
        assertThat(fault()).isNull();
        assertThat(fault("dateline.database.lock-timeout", "20s", "datelines.no-such-thing", "1"))
                .isNull();
        assertThat(fault(
                        "dateline.syndication.pages.article",
                        "https://n.org/{slug}",
                        "dateline.webhooks.retries",
                        "5s,5m",
                        "dateline.delivery.datasource.url",
                        "jdbc:postgresql://replica/x"))
                .isNull();
    }

    @Test
    void whoHasAUserForADatabaseMeansADatabaseOfTheirOwn() {
        assertThat(fault("quarkus.datasource.username", "newsroom"))
                .hasLineCount(1)
                .contains("quarkus.datasource.username is set and quarkus.datasource.jdbc.url is not");
    }

    @Test
    void aMisspeltSettingIsNoSettingAtAll() {
        assertThat(fault("dateline.acces.delivery", "key"))
                .hasLineCount(1)
                .contains("There is no setting dateline.acces.delivery; the nearest is dateline.access.delivery.");
        assertThat(fault("%prod.dateline.acces.delivery", "key")).contains("nearest is dateline.access.delivery.");
        assertThat(fault("dateline.webhooks.retry", "5s")).contains("nearest is dateline.webhooks.retries");
        assertThat(fault("dateline.delivery.max-agee", "5s")).contains("nearest is dateline.delivery.max-age.");
    }

    @Test
    void aMisspeltVariableOfTheEnvironmentIsToldToo() {
        assertThat(faultIn(Map.of("DATELINE_ACCES_DELIVERY", "key")))
                .contains("DATELINE_ACCES_DELIVERY", "dateline.access.delivery");
        assertThat(faultIn(Map.of(
                        "DATELINE_ACCESS_DELIVERY",
                        "key",
                        "DATELINE_WEBHOOKS_RETRIES",
                        "5s",
                        "DATELINE_SYNDICATION_PAGES_ARTICLE",
                        "https://n.org/{slug}",
                        "DATELINE_HTTP_SLOW_CLIENTS_PATIENCE",
                        "5s")))
                .isNull();
    }

    @Test
    void whatOthersCallDatelineTooIsLeftToThem() {
        assertThat(faultIn(Map.of("DATELINE_URL", "u", "DATELINE_KEY", "k", "DATELINE_WEBHOOK_SECRET", "s")))
                .as("what the kit for front ends reads")
                .isNull();
        assertThat(faultIn(
                        Map.of("DATELINE_SERVICE_HOST", "10.0.0.1", "DATELINE_PORT_8080_TCP", "tcp://10.0.0.1:8080")))
                .isNull();
    }

    private @Nullable String faultIn(Map<String, String> environment) {
        PropertiesConfigSource others = new PropertiesConfigSource(
                Map.of(
                        "quarkus.http.port",
                        "0",
                        "dateline.media.folder",
                        folder.resolve("media").toString()),
                "test",
                400);
        return Preflight.fault(
                new SmallRyeConfigBuilder()
                        .withSources(others, new EnvConfigSource(environment, 300))
                        .build(),
                true);
    }

    @Test
    void aValueThatCannotBeReadIsToldWithItsSetting() {
        assertThat(fault("dateline.access.wrong-keys-per-minute", "many"))
                .hasLineCount(1)
                .startsWith("Dateline does not start. ")
                .contains("dateline.access.wrong-keys-per-minute", "Expected an integer value, got \"many\"");
        assertThat(fault("dateline.database.idle-transaction-timeout", "5 minutes"))
                .hasLineCount(1)
                .contains("dateline.database.idle-transaction-timeout", "Expected a time such as 15s or 500ms");
        assertThat(fault("dateline.access.admin-key", "short"))
                .hasLineCount(1)
                .contains("dateline.access.admin-key must be at least 24 characters long");
        assertThat(fault("quarkus.http.port", "http")).hasLineCount(1).contains("quarkus.http.port", "\"http\"");
    }

    @Test
    void aKeyOfTokensThatIsNotThereIsToldBeforeARequestFailsForIt() {
        assertThat(fault("mp.jwt.verify.publickey.location", "/no/such/key.pem"))
                .hasLineCount(1)
                .contains("mp.jwt.verify.publickey.location: there is no file /no/such/key.pem");
        assertThat(fault("mp.jwt.verify.publickey.location", "https://login.example.org/keys"))
                .isNull();
    }

    @Test
    void aSettingIsNamedAsItIsWritten() {
        assertThat(fault("dateline.http.rate-limit.requests", "-5"))
                .contains("dateline.http.rate-limit.requests must be greater than or equal to 1");
        assertThat(fault("dateline.media.base-url", "foo")).contains("dateline.media.base-url must be a path");
    }

    @Test
    void aPortThatIsNoneIsTold() {
        assertThat(fault("quarkus.http.port", "99999")).hasLineCount(1).contains("must be from 0 to 65535");
    }

    @Test
    void aStandstillThatLastsLongerThanOthersWaitIsToldAsAMistake() {
        assertThat(fault("dateline.database.idle-transaction-timeout", "15s"))
                .hasLineCount(1)
                .contains("must be shorter than dateline.database.lock-timeout");
    }

    @Test
    void aPasswordInAnAddressIsNotTold() {
        for (String url : List.of(
                "postgres://user:secret@127.0.0.1/news",
                "jdbc:postgresql://user:secret@nowhere.invalid:5432/news",
                "jdbc:postgresql://127.0.0.1:1/news?user=me&password=secret",
                "jdbc:postgresql://127.0.0.1:x/news?password=secret")) {
            assertThat(fault("quarkus.datasource.jdbc.url", url))
                    .hasLineCount(1)
                    .contains("The database cannot be used")
                    .doesNotContain("secret");
        }
    }

    @Test
    void ofTwoProfilesTheLastOneCounts() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("%a.dateline.access.admin-key", "short", "%b.dateline.access.admin-key", "x".repeat(30)),
                        "test",
                        400))
                .withProfiles(List.of("a", "b"))
                .addDefaultInterceptors()
                .build();
        assertThat(config.getValue("dateline.access.admin-key", String.class)).hasSize(30);
        assertThat(Preflight.fault(config, false)).isNull();
    }

    @Test
    void aBusyPortIsToldWithTheSettingThatNamesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(fault("quarkus.http.host", "127.0.0.1", "quarkus.http.port", port))
                    .contains("127.0.0.1:" + port, "set quarkus.http.port");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        String file = Files.createFile(folder.resolve("file")).toString();
        assertThat(fault("dateline.media.folder", file)).hasLineCount(1).contains("A folder cannot be used", file);
        assertThat(fault(false, "dateline.media.folder", file))
                .as("of a command")
                .isNull();
    }

    @Test
    @Timeout(10)
    void aDatabaseThatIsNotThereIsToldAndSoIsOneThatDoesNotAnswer() throws IOException {
        assertThat(fault("quarkus.datasource.jdbc.url", "jdbc:mysql://127.0.0.1/news"))
                .hasLineCount(1)
                .contains("its address must be like jdbc:postgresql://host:5432/name");
        int port;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            long since = System.nanoTime();
            assertThat(fault("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + port + "/news"))
                    .hasLineCount(1)
                    .startsWith("Dateline does not start. The database cannot be used: ");
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(fault("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + port + "/news"))
                .hasLineCount(1)
                .contains("127.0.0.1:" + port + " refused");
    }
}
