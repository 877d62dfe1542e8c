package dev.dateline.background;

import org.eclipse.microprofile.config.ConfigProvider;

/** Tells the program that serves from those that do one thing and end, such as an import from the command line. */
public final class ServingProgram {

    private ServingProgram() {}

    public static boolean isThis() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.http.host-enabled", Boolean.class)
                .orElse(true);
    }
}
