package com.ecom.local.stack;

import static com.ecom.local.stack.Names.REDIS;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Redis, writing every change to its append-only file. */
record RedisServer(Site site) implements Part {

    @Override
    public String name() {
        return REDIS;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(REDIS);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + site.port(REDIS);
    }

    @Override
    public void prepare(OneOff once) throws IOException {
        Archive.of(site, "embedded-redis").unpack(Platform.redisExecutable(), executable());
    }

    @Override
    public Command command() throws IOException {
        return Command.of(
                site.folder().workplace(REDIS),
                executable(),
                "--port",
                site.port(REDIS),
                "--bind",
                "127.0.0.1",
                "--dir",
                site.folder().data(REDIS),
                "--appendonly",
                "yes",
                "--save",
                "");
    }

    @Override
    public Health health() {
        return Health.answers(
                site.port(REDIS), "PING\r\n".getBytes(US_ASCII), 5, it -> new String(it, US_ASCII).equals("+PONG"));
    }

    private Path executable() throws IOException {
        return Archive.of(site, "embedded-redis").home().resolve("redis-server");
    }
}
