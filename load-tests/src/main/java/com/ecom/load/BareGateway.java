package com.ecom.load;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Spring Cloud Gateway with one route and nothing else, for comparison. */
@SpringBootApplication
class BareGateway {

    static void main(String[] args) {
        SpringApplication.run(BareGateway.class, args);
    }

    @Bean
    RouteLocator everything(RouteLocatorBuilder routes, Environment environment) {
        return routes.routes()
                .route("all", it -> it.path("/**").uri(environment.getRequiredProperty("upstream")))
                .build();
    }
}
