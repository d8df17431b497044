package com.ecom.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

/**
 * One nginx that is both: the service behind every door, which always answers the same, and a door of its own.
 *
 * @param upstream where the answer is
 * @param proxy where nginx fetches it from there
 * @param keys where the public key of the bench's tokens is
 */
record Nginx(Process process, URI upstream, URI proxy, URI keys) implements AutoCloseable {

    static final String PATH = "/api/orders";
    static final String ANSWER = "{\"items\":[]}";

    static Nginx start(DebianTools tools, String jwks) throws IOException {
        var upstream = freePort();
        var proxy = freePort();
        var folder = Files.createTempDirectory("ecom-bench-nginx");
        var configuration =
                Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; pid nginx.pid; error_log stderr crit;
                events { worker_connections 4096; }
                http {
                  access_log off; keepalive_requests 1000000; default_type application/json;
                  client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
                  upstream service { server 127.0.0.1:%1$d; keepalive 256; }
                  server { listen 127.0.0.1:%1$d reuseport;
                    location /jwks { return 200 '%3$s'; }
                    location / { return 200 '%4$s'; } }
                  server { listen 127.0.0.1:%2$d reuseport;
                    location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; } }
                }
                """.formatted(upstream, proxy, jwks, ANSWER));
        var process = tools.command(List.of(
                        tools.nginx().toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        configuration.toString(),
                        "-e",
                        "stderr"))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        return new Nginx(process, at(upstream, ""), at(proxy, ""), at(upstream, "/jwks"));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
