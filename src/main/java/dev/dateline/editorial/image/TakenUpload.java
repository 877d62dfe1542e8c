package dev.dateline.editorial.image;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An upload that was taken.
 *
 * @param view the picture, as it is answered
 * @param isNew whether these bytes were not there yet
 */
record TakenUpload(ObjectNode view, boolean isNew) {}
