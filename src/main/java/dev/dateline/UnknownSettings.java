package dev.dateline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.search.spell.LevenshteinDistance;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Finds settings of Dateline that there are not: a misspelt one would be ignored, and what it was to close would stand open. In an
 * environment any letter or digit counts, and {@code _} stands for all else.
 */
final class UnknownSettings {

    private static final String OURS = "dateline.";

    /** What Kubernetes tells every container of a service that is called dateline, as Docker's links do. */
    private static final Pattern OF_A_SERVICE = Pattern.compile("DATELINE_(SERVICE_(HOST|PORT(_.*)?)|PORT(_.*)?)");

    private final Set<String> known = new TreeSet<>();

    /** @param settings the interfaces that declare what there is */
    UnknownSettings(List<Class<?>> settings) {
        known.add(SampleNewsroom.DATABASE_CREATED);
        for (Class<?> type : settings) {
            String prefix = type.getAnnotation(ConfigMapping.class).prefix();
            known.addAll(
                    ConfigMappings.getProperties(new ConfigClass(type, prefix)).keySet());
        }
    }

    /** The first of the source that there is not, in words. */
    Optional<String> in(ConfigSource source) {
        boolean isEnvironment = source instanceof EnvConfigSource;
        Pattern ours = Pattern.compile(known.stream()
                .map(name -> isEnvironment ? ofEnvironment(name) : ofFile(name))
                .collect(Collectors.joining("|")));
        return source.getPropertyNames().stream()
                .filter(name -> name.startsWith(isEnvironment ? "DATELINE_" : OURS))
                .filter(name -> !ours.matcher(name).matches()
                        && !OF_A_SERVICE.matcher(name).matches())
                .sorted()
                .map(this::words)
                .findFirst();
    }

    private static String ofFile(String name) {
        return Pattern.quote(name).replace("*", "\\E.+\\Q").replace("[\\E.+\\Q]", "\\E\\[[0-9]+\\]\\Q");
    }

    private static String ofEnvironment(String name) {
        return environment(name.replace("[*]", ".0").replace("*", "0")).replaceAll("(?<=_)0(?=_|$)", ".+");
    }

    private static String environment(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private String words(String name) {
        LevenshteinDistance likeness = new LevenshteinDistance();
        String nearest = known.stream()
                .max(Comparator.comparingDouble(one -> likeness.getDistance(environment(one), environment(name))))
                .orElse("");
        return "There is no setting %s; the nearest is %s. docs/configuration.md lists all.".formatted(name, nearest);
    }
}
