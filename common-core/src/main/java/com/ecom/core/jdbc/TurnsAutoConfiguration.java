package com.ecom.core.jdbc;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets instances take turns; the table is the service's own, where something is done by turns. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnClass({JdbcClient.class, JdbcClientAutoConfiguration.class})
@ConditionalOnBean(JdbcClient.class)
class TurnsAutoConfiguration {

    @Bean
    Turns turns(JdbcClient jdbc) {
        return new Turns(jdbc);
    }
}
