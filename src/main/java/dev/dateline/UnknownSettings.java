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

    /** Others may have variables that begin so, as Kubernetes has for a service that is called dateline; a typo is more alike. */
    private static final float LIKE_A_SETTING = 0.75f;

    private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");

    private static final LevenshteinDistance LIKENESS = new LevenshteinDistance();

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
                .map(name -> PROFILE.matcher(name).replaceFirst(""))
                .filter(name -> name.startsWith(isEnvironment ? environment(OURS) : OURS))
                .filter(name -> !ours.matcher(name).matches())
                .filter(name -> !isEnvironment || likeness(nearest(name), name) >= LIKE_A_SETTING)
                .sorted()
                .map(name -> "There is no setting %s; the nearest is %s. docs/configuration.md lists all."
                        .formatted(name, nearest(name)))
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

    private String nearest(String name) {
        return known.stream()
                .max(Comparator.comparingDouble(one -> likeness(one, name)))
                .orElse("");
    }

    /** Of what comes after the beginning that all have, from 0 to 1. */
    private static float likeness(String one, String other) {
        return LIKENESS.getDistance(
                environment(one).substring(OURS.length()), environment(other).substring(OURS.length()));
    }
}
