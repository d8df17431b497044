package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Calls Elasticsearch. An unreachable or overloaded server is an outage, not a bug. */
@Component
@RequiredArgsConstructor
public class ElasticsearchCalls {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> INVALID = Set.of(400, 413);

    private final ElasticsearchClient client;

    public <T> T call(Call<T> call) {
        try {
            return call.on(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ElasticsearchException e) {
            if (isPassing(e.status(), e.error())) {
                throw outage("Elasticsearch answers " + e.status(), e);
            }
            throw e;
        }
    }

    /** Whether the same may go well a little later; an index that is being replaced takes no writes for a moment. */
    static boolean isPassing(int status, ErrorCause error) {
        return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR || "cluster_block_exception".equals(error.type());
    }

    /**
     * Runs a search that a client describes.
     *
     * @throws InvalidSearch if Elasticsearch refuses it as malformed
     */
    public <T> T search(Call<T> call) {
        try {
            return call(call);
        } catch (ElasticsearchException e) {
            throw INVALID.contains(e.status()) ? new InvalidSearch(e) : e;
        }
    }

    public static UncheckedIOException outage(String what, Throwable cause) {
        return new UncheckedIOException(new IOException(what, cause));
    }

    public static UncheckedIOException outage(String what) {
        return new UncheckedIOException(new IOException(what));
    }

    public interface Call<T> {
        T on(ElasticsearchClient client) throws IOException;
    }
}
