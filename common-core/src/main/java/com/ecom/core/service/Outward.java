package com.ecom.core.service;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * How services ask others: only where their configuration says, and for no longer than they may. Whoever is sent elsewhere
 * does not go there and has no answer (OWASP ASVS 5.0, 15.3.2).
 */
public final class Outward {

    private Outward() {}

    /** @param connecting how long that may take; {@code reading} the same for an answer */
    public static ClientHttpRequestFactory requests(Duration connecting, Duration reading) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connecting)
                .build());
        requests.setReadTimeout(reading);
        return new InterceptingClientHttpRequestFactory(requests, List.of(Outward::refuseToBeSentElsewhere));
    }

    /** For the keys of an issuer. */
    static DefaultResourceRetriever keys(int timeoutMillis, int maxBytes) {
        return new DefaultResourceRetriever(timeoutMillis, timeoutMillis, maxBytes) {
            @Override
            protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
                var connection = super.openHTTPConnection(url);
                connection.setInstanceFollowRedirects(false);
                return connection;
            }
        };
    }

    private static ClientHttpResponse refuseToBeSentElsewhere(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        var answer = execution.execute(request, body);
        if (answer.getStatusCode().is3xxRedirection()) {
            answer.close();
            throw new IOException("%s sends us elsewhere".formatted(hostOf(request.getURI())));
        }
        return answer;
    }

    private static String hostOf(URI address) {
        return String.valueOf(address.getHost());
    }
}
