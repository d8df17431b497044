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
        return new DirectoryImageStore(properties.directory());
    }
}
