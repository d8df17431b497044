package com.ecom.local.stack;

import static com.ecom.local.stack.Names.MONGODB;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The server that speaks MongoDB's protocol. */
record MongoDb(Site site) implements Part {

    @Override
    public String name() {
        return MONGODB;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(MONGODB);
    }

    @Override
    public String address() {
        return "mongodb://127.0.0.1:" + site.port(MONGODB);
    }

    @Override
    public void prepare(OneOff once) throws IOException {
        Libraries.bring(site.checkout().partTarget("mongodb"), libraries());
    }

    @Override
    public Command command() throws IOException {
        return Command.smallJava(
                        site.folder().workplace(MONGODB),
                        "com.ecom.local.mongodb.MongoDbServer",
                        site.folder().data(MONGODB).resolve("documents.db"),
                        site.port(MONGODB))
                .withOptions(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + site.folder().workplace(MONGODB),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .with(Libraries.classPath(libraries()));
    }

    @Override
    public Optional<StartCache> startCache() {
        return Optional.of(site.startCache(MONGODB, site.checkout().partJar("mongodb")));
    }

    @Override
    public Health health() {
        return Health.listens(site.port(MONGODB));
    }

    private Path libraries() throws IOException {
        return site.folder().workplace(MONGODB).resolve("lib");
    }
}
