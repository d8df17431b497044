package com.ecom.core.outboundhttp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;

/**
 * How services ask others: only where their configuration says, for no longer than they may, and never twice without the
 * caller's knowledge. Who is sent elsewhere does not go there and has no answer (OWASP ASVS 5.0, 15.3.2), and no cookie is
 * kept. A call blocks its thread and its connection is kept, which costs a fifth of the JDK's own client.
 */
public final class OutboundHttp {

    private OutboundHttp() {}

    /**
     * @param connecting how long to wait for a connection, whether it is new or another caller's
     * @param answering how long to wait for each part of an answer
     * @param atOnce how many calls there may be at the same time; more of them wait
     */
    public static ClientHttpRequestFactory requests(Duration connecting, Duration answering, int atOnce) {
        var requests = ClientHttpRequestFactoryBuilder.httpComponents()
                .withConnectionManagerCustomizer(
                        it -> it.setMaxConnPerRoute(atOnce).setMaxConnTotal(atOnce))
                .withDefaultRequestConfigCustomizer(it -> it.setConnectionRequestTimeout(Timeout.of(connecting)))
                .withHttpClientCustomizer(it ->
                        it.disableAutomaticRetries().disableCookieManagement().disableAuthCaching())
                .build(HttpClientSettings.defaults()
                        .withConnectTimeout(connecting)
                        .withReadTimeout(answering)
                        .withRedirects(HttpRedirects.DONT_FOLLOW));
        return new InterceptingClientHttpRequestFactory(requests, List.of(OutboundHttp::refuseToBeSentElsewhere));
    }

    private static ClientHttpResponse refuseToBeSentElsewhere(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        var answer = execution.execute(request, body);
        if (answer.getStatusCode().is3xxRedirection()) {
            answer.close();
            throw new IOException(request.getURI().getHost() + " sends us elsewhere");
        }
        return answer;
    }
}
