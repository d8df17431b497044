package com.ecom.notification;

import jakarta.mail.util.StreamProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationServiceApplication {

    static {
        // Found once for all: otherwise Jakarta Mail searches all jars for it, twice for each mail.
        System.setProperty(
                StreamProvider.class.getName(),
                StreamProvider.provider().getClass().getName());
    }

    static void main(String[] args) {
        SpringApplication.run(NotificationServiceApplication.class, args);
    }
}
