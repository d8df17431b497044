package com.ecom.product.persistence;

import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("product_imports")
record ImportDocument(String id, String name, int rows, String startedBy, Instant startedAt) {}
