package com.ecom.core.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large bodies may be, and what everybody is answered alike.
 *
 * @param larger where more than {@code maxBody} is needed, by method and path such as {@code POST /api/things}; such a path has no parameters
 * @param shared paths whose GET tells everybody the same, such as {@code /api/things/{thingId}}
 */
@ConfigurationProperties("ecom.http")
record HttpProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue Map<String, DataSize> larger,
        @DefaultValue List<String> shared) {

    long mostBytes(String method, String path) {
        return larger.getOrDefault(method + " " + path, maxBody).toBytes();
    }
}
