package dev.dateline.picture;

import java.util.List;

/**
 * One of the planes of a {@link ThumbHash}.
 *
 * @param mean of its values
 * @param frequencies from 0 to 1
 * @param scale by how much those were divided
 */
record FrequencyPlane(double mean, List<Double> frequencies, double scale) {}
