package dev.dateline.published;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.Body;
import dev.dateline.content.PublishedBlock;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes out of a view, whichever it is, what a partner may not have: links to articles, and pictures, with the blocks that are
 * nothing without them. Bodies come as blocks whatever form was asked for, and are written in that form afterwards.
 */
public final class EntitledJson {

    /** The fields that hold one picture. */
    private static final List<String> PICTURES = List.of("image", "poster", "logo");

    private static final String GALLERY = "images";

    /** The fields that hold links to articles. */
    private static final List<String> LINKS = List.of("translations", "articles");

    /** The types of blocks that have nothing to show without what was taken out, and the field that held it. */
    private static final Map<String, String> EMPTY_WITHOUT =
            Map.of("image", "image", "gallery", GALLERY, "related", "articles");

    private final Entitlement entitlement;
    private final Set<UUID> hidden;

    /** @param hidden the articles that they may not have, of those that it links to */
    public EntitledJson(Entitlement entitlement, Set<UUID> hidden) {
        this.entitlement = entitlement;
        this.hidden = hidden;
    }

    /** The articles that a view links to. */
    public static Set<UUID> links(JsonNode view) {
        Set<UUID> links = new HashSet<>();
        for (String field : LINKS) {
            view.findValues(field)
                    .forEach(found -> found.forEach(
                            link -> Parameters.uuids(link.path("id").asText()).forEach(links::add)));
        }
        return links;
    }

    /** Changes the view that it is given. */
    public void reduce(ObjectNode view) {
        for (String field : PICTURES) {
            if (view.path(field).isObject() && isUnlicensed(view.path(field))) {
                view.remove(field);
            }
        }
        if (view.path(GALLERY) instanceof ArrayNode pictures) {
            removeIf(pictures, this::isUnlicensed);
        }
        for (String field : LINKS) {
            if (view.path(field) instanceof ArrayNode links) {
                removeIf(links, this::isHidden);
            }
        }
        view.forEach(this::reduceAny);
        if (view.path("body") instanceof ObjectNode body) {
            write(body);
        }
    }

    private void reduceAny(JsonNode node) {
        if (node instanceof ObjectNode object) {
            reduce(object);
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::reduceAny);
            removeIf(array, EntitledJson::isEmptyBlock);
        }
    }

    private boolean isUnlicensed(JsonNode picture) {
        List<String> territories = new ArrayList<>();
        picture.path("territories").forEach(territory -> territories.add(territory.asText()));
        return !entitlement.allows(picture.path("licenceUrl").textValue(), territories);
    }

    private boolean isHidden(JsonNode link) {
        return Parameters.uuids(link.path("id").asText()).anyMatch(hidden::contains);
    }

    private static boolean isEmptyBlock(JsonNode block) {
        String needed = EMPTY_WITHOUT.get(block.path("type").asText());
        return needed != null && block.path(needed).isEmpty();
    }

    private interface Condition {
        boolean of(JsonNode node);
    }

    private static void removeIf(ArrayNode array, Condition condition) {
        for (Iterator<JsonNode> items = array.iterator(); items.hasNext(); ) {
            if (condition.of(items.next())) {
                items.remove();
            }
        }
    }

    private static void write(ObjectNode body) {
        for (BodyFormat format : BodyFormat.values()) {
            String field = Parameters.wireName(format);
            if (format != BodyFormat.BLOCKS && body.path(field) instanceof ArrayNode blocks) {
                List<PublishedBlock> read = Json.MAPPER.convertValue(blocks, new TypeReference<>() {});
                body.put(field, format.written(new Body(read)));
            }
        }
    }
}
