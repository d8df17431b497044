package com.ecom.product.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directory where pictures are kept, beside the service if nothing is said
 * @param s3 the bucket in which they are kept instead
 */
@ConfigurationProperties("ecom.images")
record StorageProperties(
        @DefaultValue("images") Path directory, @Nullable S3 s3) {

    /**
     * @param endpoint of who speaks S3; Amazon's own without one
     * @param accessKey with its secret; without, what the SDK finds, such as the role of a pod
     * @param timeout for one attempt; there are three
     */
    record S3(
            String bucket,
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("2s") Duration timeout) {}
}
