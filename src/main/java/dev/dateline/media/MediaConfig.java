package dev.dateline.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.List;

/** Settings of pictures. */
@ConfigMapping(prefix = "dateline.media")
public interface MediaConfig {

    /**
     * The folder of the pictures. It is part of the newsroom's data: it must be kept and backed up, and all nodes must see the same
     * one. With a bucket it holds only what can be made again, and each node has its own.
     */
    @WithDefault("dateline-media")
    Path folder();

    /**
     * What the addresses of pictures begin with. Name the whole address where readers get them, such as
     * {@code https://media.example.org/v1/media}, when pages elsewhere show them. A change holds at once, for what is published
     * already, too.
     */
    @WithDefault("/v1/media")
    @Pattern(regexp = "(https?:/)?/[^\\s?#]+", message = "must be a path, or an address that begins with https://")
    String baseUrl();

    /** The largest upload. */
    @WithDefault("50M")
    MemorySize maxBytes();

    /**
     * Whether pictures are fetched from the web where an editor or an import asks for it. Requests go to public addresses only, see
     * {@code dateline.outbound.private-addresses}.
     */
    @WithDefault("false")
    boolean fetch();

    /** The most pixels of an upload, in millions. */
    @WithDefault("60")
    @Min(1)
    @Max(200)
    int maxMegapixels();

    /**
     * The widths in which pictures can be had, in pixels. What is published names those that there were; so widths may be added at
     * any time, and one that is taken away breaks pages.
     */
    @WithDefault("160,320,480,640,800,1080,1280,1600,2048,2560")
    List<@Min(16) @Max(3200) Integer> widths();

    /** The shapes beside {@code full} that are cut around the focal point, as width x height. The same holds for them. */
    @WithDefault("16x9,3x2,4x3,1x1,4x5")
    List<@Pattern(regexp = "[1-9][0-9]?x[1-9][0-9]?", message = "must be two whole numbers, such as 16x9") String>
            crops();

    /** A bucket for many nodes, instead of a folder that all of them see. */
    S3Config s3();

    /** The processes that decode uploads. */
    WorkerConfig worker();

    /** Renditions on disk. */
    RenditionConfig renditions();
}
