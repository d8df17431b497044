package com.ecom.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;

/** What somebody looks for with values that Elasticsearch cannot make sense of, even if no rule of ours forbids them. */
class NotSearchable extends RuntimeException {

    NotSearchable(ElasticsearchException refusal) {
        super("Elasticsearch cannot make sense of it: " + refusal.error().type(), refusal);
    }
}
