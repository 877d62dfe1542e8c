package dev.dateline.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Every query about the names of those who work here. Keys have theirs; those of tokens are kept as the tokens say them. */
@ApplicationScoped
class ActorRepository {

    private static final String ALL =
            "select id, name from (select 'key:' || prefix as id, name from api_key union all select id, name from actor) a";

    private final EntityManager database;

    ActorRepository(EntityManager database) {
        this.database = database;
    }

    Actor named(String id) {
        return ownOrStored(id, ALL + " where id = :text").findFirst().orElse(new Actor(id, id));
    }

    List<Actor> find(String idOrName) {
        return ownOrStored(idOrName, ALL + " where id = :text or name = :text").toList();
    }

    private Stream<Actor> ownOrStored(String text, String query) {
        Stream<Actor> own = Stream.of(Actor.ADMIN_KEY, Actor.PROGRAM)
                .filter(actor -> text.equals(actor.id()) || text.equals(actor.name()));
        Stream<Actor> stored = database
                .unwrap(Session.class)
                .createNativeQuery(query, Object[].class)
                .setParameter("text", text)
                .getResultList()
                .stream()
                .map(row -> new Actor((String) row[0], (String) row[1]));
        return Stream.concat(own, stored);
    }

    void note(Actor actor) {
        database.createNativeQuery("insert into actor (id, name) values (:id, :name)"
                        + " on conflict (id) do update set name = excluded.name where actor.name <> excluded.name")
                .setParameter("id", actor.id())
                .setParameter("name", actor.name())
                .executeUpdate();
    }
}
