package dev.dateline.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** Renditions on disk. */
public interface RenditionConfig {

    /** How much they may take; those that were made first go first, and are made again when somebody asks. */
    @WithDefault("2G")
    MemorySize maxBytes();
}
