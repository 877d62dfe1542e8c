package dev.dateline.editorial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The words of a working copy, for queries only; {@link WordRepository} writes them. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // by queries only
@Table(name = "working_copy_words")
class WorkingCopyWords {

    @Id
    private UUID id;

    private String words;

    @SuppressWarnings("NullAway.Init") // never made here
    WorkingCopyWords() {}
}
