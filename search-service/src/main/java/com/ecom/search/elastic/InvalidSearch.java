package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;

/** A search with values that Elasticsearch refuses, although no validation rule forbids them. */
public class InvalidSearch extends RuntimeException {

    InvalidSearch(ElasticsearchException refusal) {
        super("Elasticsearch cannot make sense of it: " + refusal.error().type(), refusal);
    }
}
