package com.ecom.core.web;

import com.ecom.core.lifecycle.Draining;
import com.ecom.core.problems.ProblemWriter;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Currency;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How every service speaks HTTP. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@EnableConfigurationProperties(HttpProperties.class)
class WebAutoConfiguration {

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationId() {
        var filter = new FilterRegistrationBean<>(new CorrelationFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(HttpProperties properties, JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new BodyLimit(properties, new ProblemWriter(json)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Inside of what says who may come in, which would forbid keeping the answer. */
    @Bean
    @ConditionalOnProperty("ecom.http.shared[0]")
    FilterRegistrationBean<SharedReads> sharedReads(HttpProperties properties) {
        return new FilterRegistrationBean<>(new SharedReads(properties.shared()));
    }

    /** Clients that keep a connection are asked to close it. */
    @Bean
    FilterRegistrationBean<Filter> lastAnswers(Draining draining) {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (draining.isNow() && response instanceof HttpServletResponse answer) {
                answer.setHeader(HttpHeaders.CONNECTION, "close");
            }
            chain.doFilter(request, response);
        });
        filter.setName("lastAnswers");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SpringDocUtils.class)
    static class ApiDocs {
        static {
            SpringDocUtils.getConfig()
                    // On the wire a currency is its code (ISO 4217), not the properties of the class.
                    .replaceWithSchema(Currency.class, new StringSchema().pattern("[A-Z]{3}"))
                    // Any JSON, not the properties of the class.
                    .replaceWithSchema(JsonNode.class, new Schema<>());
        }

        @Bean
        DocumentedConstraints documentedConstraints() {
            return new DocumentedConstraints();
        }

        @Bean
        DocumentedAnswers documentedAnswers() {
            return new DocumentedAnswers();
        }
    }
}
