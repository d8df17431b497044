package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** A query whose bytes are no text is the caller's mistake, and no outage. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class MalformedQueryIT {

    @Autowired
    Shop shop;

    @Test
    void isRefusedAndNothingThatTheCallerWroteIsLogged(CapturedOutput output) {
        var answer = shop.as(TestIssuer.bearer(Role.OPERATOR))
                .get()
                .uri(URI.create(shop.baseUrl() + "/ops/audit?size=whispered%ff"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .returnResult(byte[].class);

        var problem = JsonMapper.shared().readTree(answer.getResponseBodyContent());
        assertThat(problem.path("code").asString()).isEqualTo("MALFORMED_REQUEST");
        assertThat(problem.toString()).doesNotContain("whispered");
        assertThat(output.getAll()).doesNotContain("whispered");
    }
}
