package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Bill.NotApplied;
import com.ecom.order.model.totals.Bill.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one place that computes what an order costs. Several worlds are valued: with the promotions that count by themselves,
 * with those whose codes were entered besides, and with each exclusive one alone. The lowest total wins, then the fewer
 * promotions, then the higher priority. So a code never makes an order dearer.
 */
public final class Calculator {

    private static final Comparator<Candidate> BEST = Comparator.comparingLong(
                    (Candidate it) -> it.bill().total())
            .thenComparingInt(it -> it.world().applied().size())
            .thenComparing(Comparator.comparingInt(Candidate::highestPriority).reversed())
            .thenComparing(Candidate::ids);

    private Calculator() {}

    /**
     * @throws ArithmeticException if no amount is so large
     * @throws IllegalArgumentException if a category of tax has no rate
     */
    public static Bill billFor(Basket basket) {
        var together = World.of(basket, promotions(basket, it -> !it.exclusive()));
        var alone = basket.promotions().stream()
                .filter(Promotion::exclusive)
                .map(it -> World.of(basket, List.of(it)))
                .toList();
        var candidates = new ArrayList<World>();
        candidates.add(
                together.promotions().stream().anyMatch(Promotion::byCode)
                        ? World.of(basket, promotions(basket, it -> !it.exclusive() && !it.byCode()))
                        : together);
        candidates.add(together);
        alone.stream().filter(it -> !it.applied().isEmpty()).forEach(candidates::add);
        var best = candidates.stream()
                .map(it -> new Candidate(it, BillWriter.write(basket, it)))
                .min(BEST)
                .orElseThrow();
        return best.bill().with(notApplied(best.world(), basket, together, alone));
    }

    private static List<Promotion> promotions(Basket basket, Predicate<Promotion> which) {
        return basket.promotions().stream().filter(which).toList();
    }

    /** Why each of the others takes nothing off: for a reason of its own, or because of what the best world is. */
    private static List<NotApplied> notApplied(World best, Basket basket, World together, List<World> alone) {
        var bestIsAlone = best.promotions().stream().anyMatch(Promotion::exclusive);
        return basket.promotions().stream()
                .filter(it -> !best.applied().contains(it))
                .map(it -> {
                    var own = Stream.concat(Stream.of(best, together), alone.stream())
                            .map(world -> world.notApplied().get(it))
                            .filter(Objects::nonNull)
                            .findFirst();
                    var others = bestIsAlone || it.exclusive() ? Reason.NOT_COMBINABLE : Reason.NO_BENEFIT;
                    return new NotApplied(it.id(), own.orElse(others));
                })
                .toList();
    }

    private record Candidate(World world, Bill bill) {

        int highestPriority() {
            return world.applied().stream().mapToInt(Promotion::priority).max().orElse(Integer.MIN_VALUE);
        }

        String ids() {
            return world.applied().stream().map(Promotion::id).sorted().toList().toString();
        }
    }
}
