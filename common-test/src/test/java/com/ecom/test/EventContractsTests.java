package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.core.security.AccessPolicy;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class EventContractsTests {

    @Test
    void everySchemaIsInTheCatalogueAndEveryEntryHasASchema() throws IOException {
        assertThat(EventSchemas.types()).isEqualTo(schemas());
    }

    @Test
    void everySchemaHasExamplesThatKeepIt() throws IOException {
        for (var type : schemas()) {
            assertThat(EventSchemas.examplesOf(type)).as(type).isNotEmpty();
            EventSchemas.examplesOf(type).forEach(it -> EventSchemas.check(type, it));
        }
    }

    @Test
    void noExampleMayCarryAFieldThatIsNotDeclared() throws IOException {
        for (var type : schemas()) {
            var withMore = EventSchemas.examplesOf(type).getFirst().replaceFirst("\\{", "{\"undeclared\":1,");
            assertThatExceptionOfType(AssertionError.class)
                    .as(type)
                    .isThrownBy(() -> EventSchemas.check(type, withMore));
        }
    }

    @Test
    void everyEventHasExactlyOneProducerAmongTheServices() {
        for (var type : EventSchemas.types()) {
            assertThat(AccessPolicy.load().operations().keySet())
                    .as(type)
                    .filteredOn(service -> EventSchemas.sentBy(service).contains(type))
                    .hasSize(1);
        }
    }

    private static Set<String> schemas() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:contracts/events/*/schema.json");
        return Stream.of(found)
                .map(it -> it.toString().replaceAll(".*contracts/events/([^/]+)/schema.json.*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
