package dev.dateline;

import dev.dateline.database.DatabaseConfig;
import dev.dateline.media.MediaConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Looks at the settings, the port, the folder of the pictures and the database before anything starts: what starts takes
 * seconds, and fails far from the reason.
 */
final class Preflight {

    private static final String INDEX = "/META-INF/dateline-settings.idx";
    private static final String PUBLIC_KEY = "mp.jwt.verify.publickey.location";
    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USER = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";
    private static final String FOR_THE_DRIVER = "quarkus.datasource.jdbc.additional-jdbc-properties";

    private final SmallRyeConfig config;

    private Preflight(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * Why the program could not start, in one line; null when nothing is found.
     *
     * @param serves whether it is to listen
     */
    static @Nullable String fault(SmallRyeConfig config, boolean serves) {
        try {
            refuseUnknownSettings(config);
            Preflight preflight = new Preflight(withAllSettings(config));
            String busy = serves ? preflight.busyPort() : null;
            if (busy != null) {
                return busy;
            }
            preflight.compareTimeouts();
            preflight.readKey();
            if (serves) {
                preflight.writePictures();
            }
            preflight.reachDatabase();
            return null;
        } catch (IOException | SQLException | RuntimeException e) {
            return StartFailure.words(e);
        }
    }

    private static void refuseUnknownSettings(SmallRyeConfig config) throws IOException {
        if (Preflight.class.getResource(INDEX) != null) {
            UnknownSettings unknown = new UnknownSettings(settings());
            for (ConfigSource source : config.getConfigSources()) {
                unknown.in(source).ifPresent(words -> {
                    throw new IllegalStateException(words);
                });
            }
        }
    }

    /** The same settings, read as the classes that declare them do. */
    private static SmallRyeConfig withAllSettings(SmallRyeConfig config) throws IOException {
        try (ValidatorFactory validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            SmallRyeConfigBuilder all = new SmallRyeConfigBuilder()
                    .withSources(StreamSupport.stream(config.getConfigSources().spliterator(), false)
                            .toArray(ConfigSource[]::new))
                    .withProfiles(lastFirst(config.getProfiles()))
                    .withValidateUnknown(false)
                    .addDefaultInterceptors()
                    .addDiscoveredInterceptors()
                    .addDiscoveredSecretKeysHandlers()
                    .addDiscoveredConverters()
                    .withValidator((BeanValidationConfigValidator) validators::getValidator);
            settings().forEach(all::withMapping);
            return all.build();
        }
    }

    /** They are told with the most important first, and taken with it last. */
    private static List<String> lastFirst(List<String> profiles) {
        List<String> reversed = new ArrayList<>(profiles);
        Collections.reverse(reversed);
        return reversed;
    }

    /** All that is annotated so, as Maven's build found it; in development there is no such list. */
    private static List<Class<?>> settings() throws IOException {
        try (InputStream file = Preflight.class.getResourceAsStream(INDEX)) {
            if (file == null) {
                return List.of(MediaConfig.class, DatabaseConfig.class);
            }
            Index index = new IndexReader(file).read();
            return index.getAnnotations(ConfigMapping.class).stream()
                    .<Class<?>>map(found -> load(found.target().asClass().name().toString()))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Preflight.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in " + INDEX + " and nowhere else", e);
        }
    }

    private @Nullable String busyPort() {
        int port = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        if (port < 0 || port > 65_535) {
            return "Dateline does not start. quarkus.http.port must be from 0 to 65535, not " + port + ".";
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return null;
        } catch (IOException e) {
            return "Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "). Stop what does, or set quarkus.http.port (QUARKUS_HTTP_PORT) to another port.";
        }
    }

    /** Of the database's folder, it says so itself; without one for the search index, a temporary one does. */
    private void writePictures() throws IOException {
        Path folder = config.getConfigMapping(MediaConfig.class).folder().toAbsolutePath();
        if (!Files.isWritable(Files.createDirectories(folder))) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    private void compareTimeouts() {
        DatabaseConfig database = config.getConfigMapping(DatabaseConfig.class);
        if (database.idleTransactionTimeout()
                        .duration()
                        .compareTo(database.lockTimeout().duration())
                >= 0) {
            throw new IllegalStateException(
                    "dateline.database.idle-transaction-timeout must be shorter than dateline.database.lock-timeout, or all who"
                            + " wait for a frozen node are refused");
        }
    }

    /** Without it, the first request would fail, and every one after it. */
    private void readKey() {
        String address = config.getOptionalValue(PUBLIC_KEY, String.class).orElse("classpath:");
        boolean isFile = !address.matches("(https?|classpath|jar|jrt):.*");
        String path = address.replaceFirst("^file:(//)?", "");
        if (isFile
                && !Files.isReadable(Path.of(path))
                && Preflight.class.getResource("/" + path.replaceFirst("^/", "")) == null) {
            throw new IllegalStateException(PUBLIC_KEY + ": there is no file " + path + " that can be read");
        }
    }

    /** The embedded one says itself why it does not start, and one that is told to be waited for may come later. */
    private void reachDatabase() throws SQLException {
        String url = config.getOptionalValue(URL, String.class).orElse(null);
        if (url == null && config.isPropertyPresent(USER)) {
            throw new IllegalStateException(USER + " is set and " + URL
                    + " is not: set both for a database of your own, or neither for the one that Dateline brings");
        }
        if (url == null
                || config.isPropertyPresent("quarkus.datasource.credentials-provider")
                || config.isPropertyPresent("quarkus.flyway.connect-retries")) {
            return;
        }
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "1"); // for each host of several
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "3");
        properties.putAll(config.getOptionalValues(FOR_THE_DRIVER, String.class, String.class)
                .orElse(Map.of()));
        config.getOptionalValue(USER, String.class).ifPresent(user -> properties.setProperty("user", user));
        config.getOptionalValue(PASSWORD, String.class)
                .ifPresent(password -> properties.setProperty("password", password));
        try (Connection connection = new Driver().connect(url, properties)) {
            if (connection == null) {
                throw new SQLException("its address must be like jdbc:postgresql://host:5432/name");
            }
        }
    }
}
