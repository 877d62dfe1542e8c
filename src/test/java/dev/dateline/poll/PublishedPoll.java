package dev.dateline.poll;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A poll as the public sees it. */
@Entity
public class PublishedPoll {

    @Id
    UUID id;

    String question;

    protected PublishedPoll() {}

    PublishedPoll(UUID id, String question) {
        this.id = id;
        this.question = question;
    }
}
