package dev.dateline.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.Newsroom;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads with a key that may have only a part of what is public. */
record Partner(String id, String key) {

    /** @param entitlement as JSON, with single quotes */
    static Partner with(String entitlement) {
        JsonNode key = Newsroom.create("keys", """
                {"name": "partner", "role": "reader", "entitlement": %s}""".formatted(entitlement.replace('\'', '"')));
        return new Partner(key.get("id").textValue(), key.get("key").textValue());
    }

    /** What is published later is not told twice on account of them. */
    void leave() {
        Newsroom.editor().delete("/v1/editorial/keys/" + id).then().statusCode(204);
    }

    RequestSpecification reader() {
        return Newsroom.reader().urlEncodingEnabled(false).header("Authorization", "Bearer " + key);
    }

    Response ask(String path) {
        return reader().get(path);
    }

    JsonNode get(String path) {
        return Newsroom.tree(text(path));
    }

    String text(String path) {
        return ask(path).then().statusCode(200).extract().asString();
    }

    int status(String path) {
        return ask(path).statusCode();
    }

    /** The ids of all that an address lists, page by page. */
    Set<String> ids(String path) {
        Set<String> ids = new TreeSet<>();
        for (String next = path; next != null; ) {
            JsonNode page = get(next);
            page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
            next = page.path("next").textValue();
        }
        return ids;
    }

    /** What a start of the change feed tells of articles. */
    Set<String> changed() {
        Set<String> ids = new TreeSet<>();
        for (String next = "/v1/changes?kind=article&limit=100"; next != null; ) {
            JsonNode page = get(next);
            page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
            next = page.path("next").textValue();
        }
        return ids;
    }

    /** Where the change feed ends. */
    String end() {
        return get("/v1/changes?since=now").get("since").textValue();
    }

    /** Changes after a place, in order, all of them. */
    List<JsonNode> changesSince(String since) {
        List<JsonNode> changes = new ArrayList<>();
        for (String next = since; next != null; ) {
            JsonNode page = get(next);
            page.get("items").forEach(changes::add);
            next = page.path("next").textValue();
        }
        return changes;
    }
}
