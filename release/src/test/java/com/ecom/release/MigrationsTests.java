package com.ecom.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MigrationsTests {

    private static final String FOLDER = "order-service/src/main/resources/db/migration/";
    private static final Map<String, String> RELEASED = Map.of(FOLDER + "V1__a.sql", "1a", FOLDER + "V2__b.sql", "2b");

    @Test
    void aNewOneComesAfterAllOfItsService() {
        var other = "cart-service/src/main/resources/db/migration/V1__a.sql";

        assertThat(Migrations.changes(RELEASED, with(FOLDER + "V10__c.sql", "3c")))
                .containsExactly(Change.compatible(FOLDER + "V10__c.sql", "is new"));
        assertThat(Migrations.changes(RELEASED, with(other, "1a"))).containsExactly(Change.compatible(other, "is new"));
        assertThat(Migrations.changes(RELEASED, with(FOLDER + "V2__c.sql", "3c")))
                .anyMatch(Change::breaking);
    }

    @Test
    void oneThatRanSomewhereIsNeverChangedOrRemoved() {
        assertThat(Migrations.changes(RELEASED, with(FOLDER + "V2__b.sql", "2c")))
                .singleElement()
                .matches(Change::breaking);
        assertThat(Migrations.changes(RELEASED, Map.of(FOLDER + "V2__b.sql", "2b")))
                .singleElement()
                .matches(Change::breaking);
    }

    private static Map<String, String> with(String script, String sum) {
        var scripts = new TreeMap<>(RELEASED);
        scripts.put(script, sum);
        return scripts;
    }
}
