package com.ecom.proof.security;

import java.util.List;
import java.util.Map;

/** What came of one kind of attack. */
public record Outcome(List<String> violations, Map<String, Object> figures) {

    public Outcome {
        violations = List.copyOf(violations);
    }
}
