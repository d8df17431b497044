package com.ecom.local.stack;

import static com.ecom.local.stack.Names.ZIPKIN;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Shows the traces of the last while; it keeps them in memory. */
record Zipkin(Site site) implements Part {

    @Override
    public String name() {
        return ZIPKIN;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(ZIPKIN);
    }

    @Override
    public String address() {
        return site.http(ZIPKIN);
    }

    @Override
    public void prepare(OneOff once) throws IOException, InterruptedException {
        program().takeApart(once);
    }

    @Override
    public Command command() throws IOException {
        return program()
                .java(
                        "--armeria.ports[0].ip=127.0.0.1",
                        "--armeria.ports[0].port=" + site.port(ZIPKIN),
                        "--armeria.ports[0].protocols[0]=http",
                        "--zipkin.storage.mem.max-spans=20000")
                .withOptions("-Xmx128m")
                .quick();
    }

    @Override
    public Optional<StartCache> startCache() throws IOException {
        return Optional.of(site.startCache(ZIPKIN, Libraries.archive(site, "zipkin-server")));
    }

    @Override
    public Health health() {
        return Health.http(site.http(ZIPKIN) + "/health");
    }

    private BootProgram program() throws IOException {
        return new BootProgram(
                Libraries.archive(site, "zipkin-server"), site.folder().workplace(ZIPKIN));
    }
}
