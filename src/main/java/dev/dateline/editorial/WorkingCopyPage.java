package dev.dateline.editorial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.http.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of working copies.
 *
 * @param count how many there are in all, where that was asked for
 */
public record WorkingCopyPage(
        Page<ObjectNode> page, @Nullable Long count) {}
