package com.ecom.inventory.persistence;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** How long changes of a SKU's stock took since somebody last asked; nearly all of it is waiting for others. */
@Component
class Waits {

    private final Map<String, Queue<Duration>> waits = new ConcurrentHashMap<>();

    void note(Collection<String> skus, Duration wait) {
        skus.forEach(sku ->
                waits.computeIfAbsent(sku, _ -> new ConcurrentLinkedQueue<>()).add(wait));
    }

    /** Begins anew. The SKUs of whose changes every twentieth took longer than that, the slowest first. */
    List<String> longerThan(Duration slowAfter, int least) {
        var noted = Map.copyOf(waits);
        waits.clear();
        return noted.entrySet().stream()
                .map(it -> new Slow(it.getKey(), it.getValue().stream().sorted().toList()))
                .filter(it -> it.sorted().size() >= least && it.slowest().compareTo(slowAfter) > 0)
                .sorted(comparing(Slow::slowest).reversed())
                .map(Slow::sku)
                .toList();
    }

    private record Slow(String sku, List<Duration> sorted) {

        Duration slowest() {
            return sorted.get(sorted.size() * 19 / 20);
        }
    }
}
