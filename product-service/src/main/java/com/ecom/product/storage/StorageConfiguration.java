package com.ecom.product.storage;

import com.ecom.product.model.ImageStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageProperties.class)
class StorageConfiguration {

    @Bean
    ImageStore imageStore(StorageProperties properties) {
        var s3 = properties.s3();
        return s3 == null ? new DirectoryImageStore(properties.directory()) : S3ImageStore.at(s3);
    }
}
