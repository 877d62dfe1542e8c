package dev.dateline.editorial;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dateline.content.EditorialContent;

/** Status and content side by side, in one object: the form in which everything editorial is answered. */
public record WorkingCopyView(
        @JsonUnwrapped WorkingCopyStatus status,
        @JsonUnwrapped EditorialContent content) {}
