package com.ecom.product.storage;

import com.ecom.product.model.ImageRefusal.StoreAway;
import com.ecom.product.model.ImageStore;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * In a bucket of Amazon, or of anybody else who speaks S3; the bucket may be private. It has to be allowed to list, or a
 * picture that there is not looks like one that may not be read.
 */
@RequiredArgsConstructor
class S3ImageStore implements ImageStore, AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final S3Client s3;
    private final String bucket;

    static S3ImageStore at(StorageProperties.S3 properties) {
        var timeout = properties.timeout();
        var client = S3Client.builder()
                .region(Region.of(properties.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout)
                        .socketTimeout(timeout))
                .overrideConfiguration(it -> it.apiCallAttemptTimeout(timeout)
                        .apiCallTimeout(timeout.multipliedBy(ATTEMPTS))
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()))
                // What others than Amazon do not all understand.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(properties.endpoint() != null)
                        .chunkedEncodingEnabled(false)
                        .build());
        if (properties.endpoint() != null) {
            client.endpointOverride(properties.endpoint());
        }
        if (properties.accessKey() != null && properties.secretKey() != null) {
            client.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())));
        }
        return new S3ImageStore(client.build(), properties.bucket());
    }

    @Override
    public void put(String imageId, String name, byte[] content) {
        answered(() -> s3.putObject(
                it -> it.bucket(bucket).key(keyOf(imageId, name)).contentType("image/jpeg"),
                RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> get(String imageId, String name) {
        return Optional.ofNullable(this.<byte @Nullable []>answered(() -> find(keyOf(imageId, name))));
    }

    private byte @Nullable [] find(String key) {
        try {
            return s3.getObjectAsBytes(it -> it.bucket(bucket).key(key)).asByteArrayUnsafe();
        } catch (NoSuchKeyException e) {
            return null;
        }
    }

    /** A picture has fewer files than a page of a listing. */
    @Override
    public void delete(String imageId) {
        answered(() -> {
            var files = s3.listObjectsV2(it -> it.bucket(bucket).prefix(keyOf(imageId, "")));
            files.contents()
                    .forEach(file -> s3.deleteObject(it -> it.bucket(bucket).key(file.key())));
            return files;
        });
    }

    @Override
    public void close() {
        s3.close();
    }

    private static String keyOf(String imageId, String name) {
        return imageId + "/" + name;
    }

    private <T extends @Nullable Object> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StoreAway(e);
        }
    }
}
