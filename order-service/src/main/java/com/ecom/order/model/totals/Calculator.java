package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Bill.NotApplied;
import com.ecom.order.model.totals.Bill.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The one place that computes what an order costs. Several worlds are valued: the promotions that count by themselves,
 * alone and with every choice of those whose codes were entered, and each exclusive one alone. The lowest total wins, then
 * the fewer promotions, then the higher priority. So no code makes an order dearer, whichever others were entered.
 */
public final class Calculator {

    private static final Comparator<Candidate> BEST = Comparator.comparingLong(
                    (Candidate it) -> it.bill().total())
            .thenComparingInt(it -> it.world().applied().size())
            .thenComparing(Comparator.comparingInt(Candidate::highestPriority).reversed())
            .thenComparing(Candidate::ids);

    /** Of more promotions by code only these choices are valued: none, all, and all but one. */
    private static final int ALL_CHOICES_OF = 6;

    private Calculator() {}

    /**
     * @throws ArithmeticException if no amount is so large
     * @throws IllegalArgumentException if a category of tax has no rate
     */
    public static Bill billFor(Basket basket) {
        var together = World.of(basket, withCodes(basket, _ -> true));
        var alone = basket.promotions().stream()
                .filter(Promotion::exclusive)
                .map(it -> World.of(basket, List.of(it)))
                .toList();
        var candidates = new ArrayList<World>();
        fewerCodes(basket).map(it -> World.of(basket, it)).forEach(candidates::add);
        candidates.add(together);
        alone.stream().filter(it -> !it.applied().isEmpty()).forEach(candidates::add);
        var best = candidates.stream()
                .map(it -> new Candidate(it, BillWriter.write(basket, it)))
                .min(BEST)
                .orElseThrow();
        return best.bill().with(notApplied(best.world(), basket, together, alone));
    }

    /** What counts without some of the codes, or without all of them; the fewest codes first. */
    private static Stream<List<Promotion>> fewerCodes(Basket basket) {
        var byCode = basket.promotions().stream()
                .filter(it -> it.byCode() && !it.exclusive())
                .toList();
        var all = byCode.size();
        if (all <= ALL_CHOICES_OF) {
            return IntStream.range(0, (1 << all) - 1)
                    .boxed()
                    .sorted(Comparator.comparingInt(Integer::bitCount))
                    .map(choice -> withCodes(basket, it -> ((choice >> byCode.indexOf(it)) & 1) == 1));
        }
        return Stream.concat(
                Stream.of(withCodes(basket, _ -> false)),
                byCode.stream().map(left -> withCodes(basket, it -> !it.equals(left))));
    }

    /** What counts by itself, and those chosen of what counts by code. */
    private static List<Promotion> withCodes(Basket basket, Predicate<Promotion> chosen) {
        return basket.promotions().stream()
                .filter(it -> !it.exclusive() && (!it.byCode() || chosen.test(it)))
                .toList();
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
