package dev.dateline.http;

import dev.dateline.json.InputReader;
import dev.dateline.json.JsonBody;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads every JSON body of the program. */
@Provider
@ApplicationScoped // behind a proxy: providers are made before the configuration is read
@Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
public class JsonBodyReader implements MessageBodyReader<JsonBody> {

    /** RFC 7396 section 4. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private final InputReader reader;
    private final HttpLimits limits;

    JsonBodyReader(InputReader reader, HttpLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonBody.class;
    }

    @Override
    public JsonBody readFrom(
            Class<JsonBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        byte[] bytes = read(body);
        if (bytes.length > limits.maxBodyBytes()) {
            throw new Problem(
                    ProblemType.BODY_TOO_LARGE, "The body may be at most " + limits.maxBodyBytes() + " bytes long.");
        }
        return reader.body(bytes);
    }

    private byte[] read(InputStream body) {
        try {
            return body.readNBytes(limits.maxBodyBytes() + 1);
        } catch (IOException clientLeft) {
            throw new Problem(ProblemType.BAD_REQUEST, "The body broke off.");
        }
    }
}
