package dev.dateline.editorial.front;

import dev.dateline.change.Change;
import dev.dateline.content.FrontContent;
import dev.dateline.content.FrontSection;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.SlugChoice;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.editorial.storylist.StoryListRepository;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.published.Address;
import dev.dateline.published.AddressRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writing fronts: resolves their lists and gives them their slugs. */
@Singleton
public class FrontService extends WorkingCopyService<FrontContent, Front> {

    private final FrontRepository fronts;
    private final StoryListRepository lists;
    private final AddressRepository addresses;
    private final AdvisoryLockRepository locks;

    FrontService(
            WorkingCopySupport desk,
            FrontRepository fronts,
            StoryListRepository lists,
            AddressRepository addresses,
            AdvisoryLockRepository locks) {
        super(Change.Kind.FRONT, FrontContent.class, fronts, desk);
        this.fronts = fronts;
        this.lists = lists;
        this.addresses = addresses;
        this.locks = locks;
    }

    @Override
    protected Front blank(UUID id) {
        return new Front(id, Identifiers.now());
    }

    @Override
    protected void edit(Front front, FrontContent content) {
        String slug = SlugChoice.choose(
                content.slug(),
                present(front),
                content.title(),
                content.language(),
                front.id(),
                wanted -> isTaken(wanted, front.id()));
        String language = content.language() == null ? null : Languages.canonical(content.language());
        front.edit(content.with(slug, language, resolved(front, content.sections())), Identifiers.now());
    }

    private SlugChoice.Present present(Front front) {
        String slug = front.slug();
        return slug == null
                ? SlugChoice.Present.NOTHING
                : new SlugChoice.Present(
                        slug,
                        front.content().title(),
                        front.language(),
                        () -> addresses.isOf(new Address.Key(Address.Kind.FRONT, slug, ""), front.id()));
    }

    private boolean isTaken(String slug, UUID self) {
        locks.lock("front " + slug);
        return fronts.slugTaken(slug, self)
                || addresses.takenByOther(new Address.Key(Address.Kind.FRONT, slug, ""), self);
    }

    private List<FrontSection> resolved(Front front, List<FrontSection> sections) {
        Map<String, UUID> ids = lists.resolve(named(sections));
        if (front.version() > 0) {
            named(front.content().sections()).forEach(id -> ids.putIfAbsent(id, UUID.fromString(id)));
        }
        List<FrontSection> resolved = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            FrontSection section = sections.get(i);
            UUID id = section.list() == null ? null : ids.get(section.list());
            if (section.list() != null && id == null) {
                faults.add(Fault.at(
                        "/sections/" + i + "/list", "must be the id, slug or externalId of a story list that exists"));
            } else {
                resolved.add(id == null ? section : section.withList(id.toString()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return resolved;
    }

    @Override
    protected FrontContent restored(Front front, FrontContent former) {
        Set<String> known = lists.resolve(named(former.sections())).keySet();
        return former.with(
                former.slug(),
                former.language(),
                former.sections().stream()
                        .filter(section -> section.list() == null || known.contains(section.list()))
                        .toList());
    }

    private static Set<String> named(List<FrontSection> sections) {
        return sections.stream()
                .map(FrontSection::list)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    protected String publicPath(Front front) {
        return "/v1/fronts/" + front.slug();
    }
}
