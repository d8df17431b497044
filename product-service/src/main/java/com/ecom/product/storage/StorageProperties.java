package com.ecom.product.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param directory where pictures are kept, beside the service if nothing is said */
@ConfigurationProperties("ecom.images")
record StorageProperties(@DefaultValue("images") Path directory) {}
