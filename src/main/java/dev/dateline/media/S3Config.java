package dev.dateline.media;

import java.net.URI;
import java.util.Optional;

/** A bucket of a store that speaks the S3 protocol. */
public interface S3Config {

    /** The bucket of the pictures. Without one they are in {@code dateline.media.folder}. */
    Optional<String> bucket();

    /** Where the store is; Amazon's when left out. */
    Optional<URI> endpoint();

    /** The region of the bucket; {@code us-east-1} when left out. */
    Optional<String> region();

    /** What the names of all objects begin with, such as {@code newsroom/}. */
    Optional<String> prefix();

    /** The key, with {@code secret-key}. Without them Amazon's usual places are looked at: environment, profile, instance. */
    Optional<String> accessKey();

    Optional<String> secretKey();
}
