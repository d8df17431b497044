package com.ecom.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopByHopHeadersTests {

    private final HttpHeaders headers = new DefaultHttpHeaders();

    @ParameterizedTest
    @ValueSource(strings = {"Connection", "keep-alive", "TE", "Transfer-Encoding", "Upgrade", "Proxy-Authorization"})
    void whatConcernsOneConnectionStaysThere(String name) {
        assertThat(HopByHopHeaders.in(headers)).accepts(name);
    }

    @Test
    void soDoesWhatTheSenderNames() {
        headers.set("Connection", "close, X-Mine");

        assertThat(HopByHopHeaders.in(headers)).accepts("x-mine", "Trailer").rejects("X-Other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Content-Type", "ETag", "Content-Length"})
    void everythingElseGoesOn(String name) {
        assertThat(HopByHopHeaders.in(headers)).rejects(name);
    }
}
