package com.ecom.local.elasticsearch.modules;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

/** What the services use of {@code analysis-common}, {@code rest-root} and {@code reindex}, under the same names. */
public final class DistributionModules extends Plugin implements AnalysisPlugin, ActionPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
                "asciifolding", (_, _, name, settings) -> TokenFilters.asciiFolding(name, settings),
                "edge_ngram",
                        requiresAnalysisSettings((_, _, name, settings) -> TokenFilters.edgeNgram(name, settings)),
                "stemmer", requiresAnalysisSettings((_, _, name, settings) -> TokenFilters.stemmer(name, settings)),
                "synonym_graph",
                        requiresAnalysisSettings((_, _, name, settings) -> TokenFilters.synonymGraph(name, settings)));
    }

    @Override
    public Collection<RestHandler> getRestHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> features) {
        return List.of(new NodeInfo(), new DeleteByQuery());
    }
}
