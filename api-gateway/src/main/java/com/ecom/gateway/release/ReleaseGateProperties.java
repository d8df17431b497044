package com.ecom.gateway.release;

import com.ecom.core.text.Characters;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets of the release pipeline.
 *
 * @param secrets the keys of the pipeline's signatures; without any the gateway refuses all callbacks, and two are valid during
 *     a rotation
 */
@Validated
@ConfigurationProperties("ecom.release-gate")
record ReleaseGateProperties(@DefaultValue @Size(max = 2) List<@Characters(min = 32) String> secrets) {}
