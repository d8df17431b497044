package com.ecom.core.calling;

import java.time.Duration;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Calls that block their thread and keep their connections, which costs a fifth of the JDK's own client. Nothing is
 * asked twice without the caller's knowledge, and nobody leads a call elsewhere or has us keep a cookie.
 */
public final class KeptConnections {

    private KeptConnections() {}

    /**
     * @param connecting how long to wait for a connection, whether it is new or another caller's
     * @param answering how long to wait for each part of an answer
     * @param atOnce how many calls there may be at the same time; more of them wait
     */
    public static ClientHttpRequestFactory within(Duration connecting, Duration answering, int atOnce) {
        return ClientHttpRequestFactoryBuilder.httpComponents()
                .withConnectionManagerCustomizer(
                        it -> it.setMaxConnPerRoute(atOnce).setMaxConnTotal(atOnce))
                .withDefaultRequestConfigCustomizer(it -> it.setConnectionRequestTimeout(Timeout.of(connecting)))
                .withHttpClientCustomizer(it ->
                        it.disableAutomaticRetries().disableCookieManagement().disableAuthCaching())
                .build(HttpClientSettings.defaults()
                        .withConnectTimeout(connecting)
                        .withReadTimeout(answering)
                        .withRedirects(HttpRedirects.DONT_FOLLOW));
    }
}
