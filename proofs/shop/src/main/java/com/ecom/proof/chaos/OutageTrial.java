package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.proof.Effort;
import com.ecom.proof.Verdict;
import com.ecom.proof.chaos.Wires.Wire;
import com.ecom.shop.Gateway;
import com.ecom.shop.Gateway.Answer;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The shop, the people in it, and what is expected of it. */
final class OutageTrial {

    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final int ASKED = 4;
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** Nobody may have stock held for many more at once. */
    private static final int ORDERS_OF_ONE = 10;

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final String CARD = "pm_card_ok";

    final List<String> violations = new ArrayList<>();
    final Map<String, Object> figures = Verdict.newFigures();
    final LocalShop shop;
    final Books books;
    final Gateway anybody;
    final Gateway guest;

    private final Effort effort;
    private final Wires wires;
    private final List<String> skus;
    final Duration length;
    private final List<String> accepted = new ArrayList<>();
    private final int people;
    private List<Shopper> shoppers = List.of();
    private int asked;
    private String scenario = "";

    OutageTrial(Effort effort, LocalShop shop, Wires wires, List<String> skus, Duration length) {
        this.effort = effort;
        this.shop = shop;
        this.books = new Books(shop);
        this.wires = wires;
        this.skus = skus;
        this.length = length;
        this.anybody = Gateway.at(shop.gateway().toString());
        this.guest = anybody.as(anybody.post("/api/auth/guest", Map.of())
                .good()
                .path("accessToken")
                .asString());
        this.people = (int) length.dividedBy(PAUSE.multipliedBy(ORDERS_OF_ONE));
    }

    /** Whatever is expected is asked again and again for as long as the outage lasts. */
    void without(String part, Expectations expectations) throws Exception {
        without(part, length, expectations);
    }

    void without(String part, Duration time, Expectations expectations) throws Exception {
        begin("without " + part);
        shop.kill(part);
        keepAsking(time, expectations);
        var back = System.nanoTime();
        shop.start(part);
        figures.put(scenario + ": seconds to start again", secondsSince(back));
    }

    /** The same while whatever goes over these wires takes so much longer, each way. */
    void slow(List<Wire> slow, Duration each, Expectations expectations) throws Exception {
        begin("%s slower by %d ms each way"
                .formatted(String.join(", ", slow.stream().map(Wire::toString).toList()), each.toMillis()));
        slow.forEach(it -> wires.slow(it, each.toMillis()));
        keepAsking(length, expectations);
        slow.forEach(wires::mend);
    }

    void begin(String scenario) throws Exception {
        this.scenario = scenario;
        effort.say(scenario);
        // A token lasts for ten minutes, all of this takes longer.
        recovers("signing up", this::signUp);
    }

    private static void keepAsking(Duration time, Expectations expectations) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        do {
            expectations.check();
        } while (System.nanoTime() < end);
    }

    private boolean signUp() {
        try {
            shoppers = Stream.generate(() -> Shopper.signUp(anybody.fromElsewhere()))
                    .limit(people)
                    .toList();
            return true;
        } catch (ShopSaysNo e) {
            return false;
        }
    }

    /** Everybody in turn. */
    private Shopper shopper() {
        return shoppers.get(asked++ % shoppers.size());
    }

    Answer productPage() {
        return anybody.look("/api/products?size=5");
    }

    Answer search() {
        return anybody.look("/api/search/products?size=5");
    }

    Answer cart() {
        return shopper().shop().look("/api/cart");
    }

    Answer ownOrders() {
        return shopper().shop().look("/api/orders");
    }

    Answer order() {
        return order(new ArrayList<>());
    }

    /** @param orders to which it is added, if it is accepted */
    Answer order(List<String> orders) {
        var answer = shopper()
                .tryToOrder(List.of(Map.of("sku", skus.get(accepted.size() % skus.size()), "quantity", 1)), CARD);
        if (answer.isGood()) {
            var order = answer.body().path("orderId").asString();
            orders.add(order);
            accepted.add(order);
        }
        return answer;
    }

    void good(String what, Supplier<Answer> ask) throws InterruptedException {
        ask(what, ask, Answer::isGood);
    }

    /** A clear refusal for now, which is neither a bug's nor a stranger's. */
    void refused(String what, Supplier<Answer> ask) throws InterruptedException {
        ask(
                what,
                ask,
                it -> List.of(502, 503, 504).contains(it.status())
                        && !it.body().path("code").asString().isEmpty());
    }

    /** The same within a second, but for one answer: the first to notice may have waited for what was still open. */
    void refusedAtOnce(String what, Supplier<Answer> ask) throws InterruptedException {
        var slow = new AtomicInteger();
        refused(what, () -> {
            var begin = System.nanoTime();
            var answer = ask.get();
            if (System.nanoTime() - begin > AT_ONCE.toNanos()) {
                slow.incrementAndGet();
            }
            return answer;
        });
        if (slow.get() > 1) {
            violations.add("%s: %s took longer than %d ms to be refused %d times"
                    .formatted(scenario, what, AT_ONCE.toMillis(), slow.get()));
        }
    }

    private void ask(String what, Supplier<Answer> ask, Predicate<Answer> expected) throws InterruptedException {
        for (int i = 0; i < ASKED; i++) {
            var begin = System.nanoTime();
            var answer = ask.get();
            atMost("%s: %s, slowest answer in s".formatted(scenario, what), secondsSince(begin));
            if (!expected.test(answer)) {
                violations.add("%s: %s answered %d %s".formatted(scenario, what, answer.status(), answer.body()));
            }
            Thread.sleep(PAUSE);
        }
    }

    void becomes(List<String> some, String state) throws Exception {
        recovers("orders being " + state, () -> books.outcomes(some).getOrDefault(state, 0L) == some.size());
    }

    void allBecome(String state) throws Exception {
        becomes(accepted, state);
        violations.addAll(books.outcomes(accepted).entrySet().stream()
                .filter(it -> !it.getKey().equals(state))
                .map(it -> "%s: %d orders %s".formatted(scenario, it.getValue(), it.getKey()))
                .toList());
    }

    void sellsAgain() throws Exception {
        recovers("selling", () -> order().isGood());
    }

    long mailsOf(List<String> some) throws Exception {
        return books.count(
                "select count(*) from ecom_notification.notification where find_in_set(about, ?) and status = 'SENT'",
                String.join(",", some));
    }

    void recovers(String what, Condition condition) throws Exception {
        var begin = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begin > RECOVERY.toNanos()) {
                violations.add("%s: no %s within %d s".formatted(scenario, what, RECOVERY.toSeconds()));
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        atMost("%s: %s, after s".formatted(scenario, what), secondsSince(begin));
    }

    private void atMost(String figure, double seconds) {
        figures.merge(figure, seconds, (a, b) -> Math.max((double) a, (double) b));
    }

    private static double secondsSince(long begin) {
        return Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
    }

    @FunctionalInterface
    interface Expectations {
        void check() throws Exception;
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }
}
