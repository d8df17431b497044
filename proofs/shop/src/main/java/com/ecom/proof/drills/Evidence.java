package com.ecom.proof.drills;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;

/**
 * What came of a drill. Times are seconds since the fault.
 *
 * @param scale how many times shorter the durations of rules were than those of {@code ops/prometheus}
 * @param detected when the rule fired
 * @param paged when the team that owns it heard
 * @param mitigated when the runbook had been followed
 * @param recovered when the team heard that it was over
 * @param accepted orders that were accepted meanwhile, all of which have ended as orders should
 * @param refused requests that were refused or not answered meanwhile
 * @param commands what the runbook had done, in its own words
 * @param seen what was seen besides
 * @param problems what did not go as it should; empty in a drill that was passed
 */
record Evidence(
        String drill,
        String rehearses,
        Instant at,
        int scale,
        String alert,
        String receiver,
        double detected,
        double paged,
        double mitigated,
        double recovered,
        int accepted,
        int refused,
        List<String> commands,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> seen,
        List<String> problems) {

    boolean passed() {
        return problems.isEmpty();
    }
}
