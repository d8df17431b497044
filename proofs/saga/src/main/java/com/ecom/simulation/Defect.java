package com.ecom.simulation;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mistake that somebody could make, planted on purpose: the simulation has to notice every one of them, or it proves
 * nothing. Each is a rule of the shop with one thing wrong.
 */
record Defect(String name, Rules rules) {

    static final List<Defect> ALL = Stream.of(
                    OrderDefects.ALL, InventoryDefects.ALL, PaymentDefects.ALL, GuaranteeDefects.ALL, UseDefects.ALL)
            .flatMap(List::stream)
            .toList();

    static Defect named(String name) {
        return ALL.stream().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
    }
}
