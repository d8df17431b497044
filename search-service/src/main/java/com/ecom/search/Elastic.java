package com.ecom.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch. That it is away, or too busy, is an outage and nobody's mistake. */
@Component
class Elastic {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> MAKES_NO_SENSE = Set.of(400, 413);

    private final ElasticsearchClient client;

    Elastic(ElasticsearchClient client) {
        this.client = client;
    }

    <T> T ask(Question<T> question) {
        try {
            return question.to(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ElasticsearchException e) {
            if (e.status() == TOO_MANY_REQUESTS || e.status() >= SERVER_ERROR) {
                throw outage("Elasticsearch answers " + e.status(), e);
            }
            throw e;
        }
    }

    /**
     * Looks for what a caller describes.
     *
     * @throws NotSearchable if it is described in a way that makes no sense
     */
    <T> T look(Question<T> question) {
        try {
            return ask(question);
        } catch (ElasticsearchException e) {
            throw MAKES_NO_SENSE.contains(e.status()) ? new NotSearchable(e) : e;
        }
    }

    static UncheckedIOException outage(String what, Throwable cause) {
        return new UncheckedIOException(new IOException(what, cause));
    }

    static UncheckedIOException outage(String what) {
        return new UncheckedIOException(new IOException(what));
    }

    interface Question<T> {
        T to(ElasticsearchClient client) throws IOException;
    }
}
