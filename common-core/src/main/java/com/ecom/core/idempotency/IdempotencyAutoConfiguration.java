package com.ecom.core.idempotency;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service that speaks HTTP its keys, and every one with a database the memory for them. */
@AutoConfiguration(
        // By name, because services without a database do not have it.
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@Import(IdempotencyProblems.class)
class IdempotencyAutoConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IdempotencyKeyArgument());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        @Bean
        Idempotency idempotency(JdbcClient jdbc, JsonMapper json) {
            return new Idempotency(jdbc, json);
        }

        @Bean
        PurgeIdempotencyKeys purgeIdempotencyKeys(
                JdbcClient jdbc, @Value("${ecom.idempotency.retention}") Duration retention) {
            return new PurgeIdempotencyKeys(jdbc, retention);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SpringDocUtils.class)
    static class ApiDocs {

        static {
            SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class);
        }

        @Bean
        OperationCustomizer documentedKey() {
            return (operation, method) -> {
                if (Arrays.asList(method.getMethod().getParameterTypes()).contains(IdempotencyKey.class)) {
                    operation.addParametersItem(new HeaderParameter()
                            .name(IdempotencyKey.HEADER)
                            .required(true)
                            .schema(new StringSchema().pattern(IdempotencyKey.PATTERN)));
                }
                return operation;
            };
        }
    }
}
