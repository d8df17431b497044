package com.ecom.search.elastic;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchCallsTests {

    final ElasticsearchCalls elastic = new ElasticsearchCalls(mock(ElasticsearchClient.class));

    @Test
    void anElasticsearchThatIsAwayIsAnOutage() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> elastic.call(_ -> {
                    throw new ConnectException("refused");
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void soIsOneThatIsOverwhelmed(int status) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> elastic.call(_ -> {
                    throw refusal(status);
                }));
    }

    @Test
    void aQuestionThatItDoesNotUnderstandIsOurMistake() {
        assertThatExceptionOfType(ElasticsearchException.class)
                .isThrownBy(() -> elastic.call(_ -> {
                    throw refusal(400);
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void whatACallerLooksForWithoutSenseIsTheirs(int status) {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> elastic.search(_ -> {
                    throw refusal(status);
                }));
    }

    @Test
    void anIndexThatIsNotThereIsNoCallersMistake() {
        assertThatExceptionOfType(ElasticsearchException.class)
                .isThrownBy(() -> elastic.search(_ -> {
                    throw refusal(404);
                }));
    }

    private static ElasticsearchException refusal(int status) {
        return new ElasticsearchException(
                "search",
                ErrorResponse.of(
                        it -> it.status(status).error(error -> error.type("any").reason("any"))));
    }
}
