package com.ecom.local.elasticsearch;

import java.nio.file.Path;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** Runs one node until it is told to stop: {@code ElasticsearchNode HOME DATA HTTP_PORT TRANSPORT_PORT}. */
final class ElasticsearchNode {

    private static final String NAME = "local";

    private ElasticsearchNode() {}

    static void main(String[] args) throws Exception {
        LogConfigurator.setNodeName(NAME);
        LogConfigurator.configureESLogging();
        var environment = environment(Path.of(args[0]), Path.of(args[1]), args[2], args[3]);
        var modules = PluginsLoader.loadModulesBundles(environment.modulesDir(), false);
        var plugins = PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false);
        var node = new Node(environment, PluginsLoader.createPluginsLoader(modules, plugins, Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        Thread.currentThread().join();
    }

    private static Environment environment(Path home, Path data, String httpPort, String transportPort) {
        var settings = Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", data.toString())
                .put("cluster.name", NAME)
                .put("node.name", NAME)
                .put("discovery.type", "single-node")
                .put("http.host", "127.0.0.1")
                .put("http.port", httpPort)
                .put("transport.host", "127.0.0.1")
                .put("transport.port", transportPort)
                // A developer's disk is often nearly full, which is no reason to make the indices read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> NAME);
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (Exception e) {
            throw new IllegalStateException("The node did not close cleanly", e);
        }
    }
}
