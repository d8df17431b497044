package com.ecom.core.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Fetches an issuer's keys from where the configuration says, and from nowhere else. */
final class IssuersKeys extends DefaultResourceRetriever {

    IssuersKeys(int timeoutMillis, int maxBytes) {
        super(timeoutMillis, timeoutMillis, maxBytes);
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
        var connection = super.openHTTPConnection(url);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }
}
