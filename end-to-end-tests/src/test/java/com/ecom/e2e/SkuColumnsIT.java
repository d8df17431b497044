package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A SKU is the same everywhere or nowhere (ADR 15). */
@ExtendWith(OneShop.class)
class SkuColumnsIT {

    @Test
    void everyColumnOfASkuComparesByteByByte(RunningShop shop) {
        var collations =
                shop.database("information_schema").sql("""
                select concat(table_schema, '.', table_name, ': ', collation_name) from columns
                where table_schema like 'ecom\\_%' and column_name = 'sku'
                """).query(String.class).list();

        assertThat(collations).hasSizeGreaterThan(5).allMatch(it -> it.endsWith("_bin"));
    }
}
