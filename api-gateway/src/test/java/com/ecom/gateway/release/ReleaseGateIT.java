package com.ecom.gateway.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.gateway.GatewayScenario;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class ReleaseGateIT extends GatewayScenario {

    private static final String CALLBACKS = "/internal/release-gate/callbacks";
    private static final String REPORT =
            "{\"event\":\"rollback\",\"environment\":\"staging\",\"status\":\"failed\",\"ref\":\"v1\"}";

    @Autowired
    MeterRegistry meters;

    @Test
    void countsWhatThePipelineSigns() throws Exception {
        var before = count("staging");
        var answer = report(REPORT, sign(SECRET, REPORT, Instant.now()));

        assertThat(answer.statusCode()).isEqualTo(202);
        var receipt = JsonMapper.shared().readTree(answer.body());
        assertThat(receipt.path("status").asString()).isEqualTo("accepted");
        assertThat(receipt.path("event").asString()).isEqualTo("rollback");
        assertThat(receipt.path("environment").asString()).isEqualTo("staging");
        assertThat(receipt.path("callbackStatus").asString()).isEqualTo("failed");
        assertThat(count("staging")).isEqualTo(before + 1);
    }

    @Test
    void believesNobodyElse() throws Exception {
        var before = count("staging");
        var good = sign(SECRET, REPORT, Instant.now());
        for (var signature : new String[] {
            "",
            "v1=00",
            good.substring(0, good.length() - 1),
            good.replace("v1=", "v2="),
            good + ",v1=" + "0".repeat(64),
            sign("another secret that is long enough", REPORT, Instant.now()),
            sign(SECRET, REPORT + " ", Instant.now()),
            sign(SECRET, REPORT, Instant.now().minus(Duration.ofMinutes(6))),
            sign(SECRET, REPORT, Instant.now().plus(Duration.ofMinutes(6)))
        }) {
            refused(report(REPORT, signature), 401, "SIGNATURE_INVALID");
        }
        assertThat(count("staging")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"event\":\"rollback\",\"environment\":\"staging\"}",
                "{\"event\":\"series-of-my-own\",\"environment\":\"staging\",\"status\":\"failed\"}",
                "{\"event\":\"rollback\",\"environment\":\"moon\",\"status\":\"failed\"}",
                "{\"event\":\"rollback\",\"environment\":\"staging\",\"status\":\"failed\",\"more\":1}"
            })
    void countsOnlyWhatIsOnItsLists(String body) throws Exception {
        refused(report(body, sign(SECRET, body, Instant.now())), 400, "MALFORMED_BODY");
        assertThat(meters.find("release.gate.rollback.callback").counters()).hasSize(20);
    }

    private HttpResponse<String> report(String body, String signature) throws Exception {
        return send(request(CALLBACKS)
                .header("Content-Type", "application/json")
                .header("X-Ecom-Signature", signature)
                .POST(json(body)));
    }

    private static String sign(String secret, String body, Instant when) {
        var seconds = Long.toString(when.getEpochSecond());
        return "t=%s,v1=%s"
                .formatted(seconds, HexFormat.of().formatHex(Signature.sign(secret, seconds, body.getBytes(UTF_8))));
    }

    private double count(String environment) {
        return meters.get("release.gate.rollback.callback")
                .tags("event", "rollback", "environment", environment, "status", "failed")
                .counter()
                .count();
    }
}
