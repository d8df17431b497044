package com.ecom.proof.security.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of one kind of attack. */
public record Outcome(List<String> violations, Map<String, Object> figures) {

    public Outcome {
        violations = List.copyOf(violations);
    }

    public Outcome and(Outcome other) {
        var all = new ArrayList<>(violations);
        all.addAll(other.violations);
        var more = new LinkedHashMap<>(figures);
        more.putAll(other.figures);
        return new Outcome(all, more);
    }
}
