package com.ecom.gateway.release;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may report releases.
 *
 * @param secrets what the pipeline signs its reports with; without any nobody may report, and two may be valid while one
 *     replaces the other
 */
@Validated
@ConfigurationProperties("ecom.release-gate")
record ReleaseGateProperties(@DefaultValue @Size(max = 2) List<@Size(min = 32) String> secrets) {}
