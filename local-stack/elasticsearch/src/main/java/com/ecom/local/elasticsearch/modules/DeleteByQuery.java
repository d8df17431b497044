package com.ecom.local.elasticsearch.modules;

import static org.elasticsearch.rest.RestRequest.Method.POST;

import java.io.IOException;
import java.util.List;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.rest.action.RestActionListener;
import org.elasticsearch.search.builder.SearchSourceBuilder;

/** {@code POST /{index}/_delete_by_query} in one batch: at most the first 10,000 hits go. */
final class DeleteByQuery extends BaseRestHandler {

    private static final int ONE_BATCH = 10_000;

    private static final List<String> ACCEPTED_BUT_IRRELEVANT = List.of(
            "conflicts",
            "expand_wildcards",
            "refresh",
            "routing",
            "scroll_size",
            "search_type",
            "slices",
            "timeout",
            "wait_for_completion");

    @Override
    public String getName() {
        return "delete_by_query_action";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(POST, "/{index}/_delete_by_query"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) throws IOException {
        ACCEPTED_BUT_IRRELEVANT.forEach(request::param);
        var index = request.param("index").split(",", -1);
        var query = new SearchSourceBuilder();
        request.withContentOrSourceParamParserOrNull(parser -> {
            if (parser != null) {
                query.parseXContent(parser, true, _ -> false);
            }
        });
        query.size(ONE_BATCH).fetchSource(false);
        return channel -> client.search(new SearchRequest(index, query), new Deletion(channel, client));
    }

    /** Deletes what was found, then answers how many that were. */
    private static final class Deletion extends RestActionListener<SearchResponse> {

        private final NodeClient client;

        Deletion(RestChannel channel, NodeClient client) {
            super(channel);
            this.client = client;
        }

        @Override
        protected void processResponse(SearchResponse found) throws Exception {
            var deletes = new BulkRequest().setRefreshPolicy(RefreshPolicy.IMMEDIATE);
            for (var hit : found.getHits()) {
                deletes.add(new DeleteRequest(hit.getIndex(), hit.getId()));
            }
            if (deletes.numberOfActions() == 0) {
                answer(channel, 0);
                return;
            }
            client.bulk(deletes, new RestActionListener<>(channel) {
                @Override
                protected void processResponse(BulkResponse done) throws Exception {
                    answer(channel, done.getItems().length);
                }
            });
        }

        private static void answer(RestChannel channel, int deleted) throws IOException {
            var json = channel.newBuilder()
                    .startObject()
                    .field("took", 1)
                    .field("timed_out", false)
                    .field("total", deleted)
                    .field("deleted", deleted)
                    .field("batches", 1)
                    .field("version_conflicts", 0)
                    .field("noops", 0)
                    .startObject("retries")
                    .field("bulk", 0)
                    .field("search", 0)
                    .endObject()
                    .field("throttled_millis", 0)
                    .field("requests_per_second", -1.0f)
                    .field("throttled_until_millis", 0)
                    .startArray("failures")
                    .endArray()
                    .endObject();
            channel.sendResponse(new RestResponse(RestStatus.OK, json));
        }
    }
}
