package com.ecom.local.stack;

import static com.ecom.local.stack.Names.ELASTICSEARCH;
import static com.ecom.local.stack.Names.ELASTICSEARCH_TRANSPORT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/** One Elasticsearch node, in the folders that a distribution would have. */
record Elasticsearch(Site site) implements Part {

    private static final String TRANSPORT = "transport-netty4";

    @Override
    public String name() {
        return ELASTICSEARCH;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(ELASTICSEARCH, ELASTICSEARCH_TRANSPORT);
    }

    @Override
    public String address() {
        return site.http(ELASTICSEARCH);
    }

    @Override
    public void prepare(OneOff once) throws IOException {
        var target = site.checkout().partTarget("elasticsearch");
        StackFolder.delete(home());
        for (var folder : new String[] {"config", "plugins", "logs", "lib", "main"}) {
            Files.createDirectories(home().resolve(folder));
        }
        Libraries.link(target.resolve("lib"), home().resolve("lib"), jar -> !belongsToTransport(jar));

        var transport = module(TRANSPORT);
        Libraries.link(target.resolve("lib"), transport, Elasticsearch::belongsToTransport);
        var transportJar = Libraries.only(transport, TRANSPORT);
        takeOut(transportJar, "META-INF/es-plugins/" + TRANSPORT + "/plugin-descriptor.properties", transport);

        var distribution = module("distribution-modules");
        Libraries.copyOwnJars(target, distribution, Elasticsearch::isPlugin);
        takeOut(Libraries.only(distribution, "local-elasticsearch"), "plugin-descriptor.properties", distribution);

        Libraries.copyOwnJars(target, main(), jar -> !isPlugin(jar));

        Log4j.configure(logging(), "org.elasticsearch.nativeaccess");
    }

    @Override
    public Command command() throws IOException {
        return Command.smallJava(
                        site.folder().workplace(ELASTICSEARCH),
                        "com.ecom.local.elasticsearch.ElasticsearchNode",
                        home(),
                        site.folder().data(ELASTICSEARCH),
                        site.port(ELASTICSEARCH),
                        site.port(ELASTICSEARCH_TRANSPORT))
                .withOptions(
                        "-Xms128m",
                        "-Xmx384m",
                        "--module-path",
                        home().resolve("lib"),
                        "--add-modules=org.elasticsearch.server,ALL-MODULE-PATH",
                        "--enable-native-access=ALL-UNNAMED,org.elasticsearch.nativeaccess,org.apache.lucene.core",
                        "-Des.path.home=" + home(),
                        "-Dlog4j2.disable.jmx=true",
                        "-Dlog4j2.configurationFile=" + logging())
                .with(Libraries.classPath(main()));
    }

    @Override
    public Optional<StartCache> startCache() {
        return Optional.of(site.startCache(ELASTICSEARCH, site.checkout().partJar("elasticsearch")));
    }

    @Override
    public Health health() {
        return Health.http(site.http(ELASTICSEARCH) + "/_cluster/health?local=true&wait_for_status=yellow&timeout=1s");
    }

    private static boolean belongsToTransport(String jar) {
        return jar.startsWith("netty-") || jar.startsWith(TRANSPORT);
    }

    private static boolean isPlugin(String jar) {
        return jar.endsWith("-modules.jar");
    }

    private static void takeOut(Path jar, String entry, Path to) throws IOException {
        try (var zip = new ZipFile(jar.toFile());
                var in = zip.getInputStream(zip.getEntry(entry))) {
            Files.copy(in, to.resolve(Path.of(entry).getFileName()));
        }
    }

    private Path module(String name) throws IOException {
        return Files.createDirectories(home().resolve("modules").resolve(name));
    }

    private Path home() throws IOException {
        return site.folder().workplace(ELASTICSEARCH).resolve("home");
    }

    private Path main() throws IOException {
        return home().resolve("main");
    }

    private Path logging() throws IOException {
        return home().resolve("config/log4j2.properties");
    }
}
