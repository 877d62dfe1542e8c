package dev.dateline.poll;

import dev.dateline.content.EditorialContent;

/** A question to readers, as editors write it. */
public record PollContent(String externalId, String language, String slug, String question)
        implements EditorialContent {

    @Override
    public String title() {
        return question;
    }
}
