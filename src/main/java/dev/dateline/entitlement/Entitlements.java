package dev.dateline.entitlement;

import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds what an entitlement names. */
@Singleton
public class Entitlements {

    private final EntitledTagRepository tags;

    Entitlements(EntitledTagRepository tags) {
        this.tags = tags;
    }

    /**
     * With the ids of its tags: another slug changes nothing.
     *
     * @param pointer where it stands in the input: a JSON Pointer (RFC 6901)
     * @throws Problem {@code invalid} where a tag is unknown; what is not known limits nothing
     */
    @Transactional
    public Entitlement resolved(String pointer, Entitlement entitlement) {
        Map<String, UUID> known =
                tags.ids(Stream.concat(entitlement.tags().stream(), entitlement.withoutTags().stream())
                        .toList());
        List<Fault> faults = new ArrayList<>();
        List<String> with = ids(pointer + "/tags", entitlement.tags(), known, faults);
        List<String> without = ids(pointer + "/withoutTags", entitlement.withoutTags(), known, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return entitlement.resolved(with, without);
    }

    private static List<String> ids(String pointer, List<String> words, Map<String, UUID> known, List<Fault> faults) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            UUID id = known.get(words.get(i));
            if (id == null) {
                faults.add(Fault.at(pointer + "/" + i, "must be the slug or id of a tag"));
            } else {
                ids.add(id.toString());
            }
        }
        return ids;
    }
}
