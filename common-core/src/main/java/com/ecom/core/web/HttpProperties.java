package com.ecom.core.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large bodies may be.
 *
 * @param larger where more than {@code maxBody} is needed, by method and path such as {@code POST /api/things}; such a path has no parameters
 */
@ConfigurationProperties("ecom.http")
record HttpProperties(
        @DefaultValue("1MB") DataSize maxBody, @DefaultValue Map<String, DataSize> larger) {

    long mostBytes(String method, String path) {
        return larger.getOrDefault(method + " " + path, maxBody).toBytes();
    }
}
