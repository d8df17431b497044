package com.ecom.load;

import com.ecom.local.LocalShop;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** How a shop that has just started becomes faster, from the first order on. */
final class Curve implements Runnable {

    private static final int STEP = 10;
    private static final double NEARLY = 0.8;

    private final LocalShop shop;
    private final List<Point> points = new CopyOnWriteArrayList<>();

    Curve(LocalShop shop) {
        this.shop = shop;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        try (var book = new OrderBook(shop)) {
            var begin = System.nanoTime();
            var cpu = Cpu.now(shop);
            var from = book.now();
            while (true) {
                TimeUnit.SECONDS.sleep(STEP);
                var seconds = (System.nanoTime() - begin) / 1e9;
                var to = book.now();
                var cpuNow = Cpu.now(shop);
                add(seconds, book.confirmed(from, to), cpuNow.since(cpu));
                cpu = cpuNow;
                from = to;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            Trial.say("The order book cannot be read: " + e);
        }
    }

    private void add(double second, long confirmed, Cpu spent) {
        var seconds = second - (points.isEmpty() ? 0 : points.getLast().second());
        var orders = (double) Math.max(1, confirmed);
        var point = new Point(
                second, confirmed, confirmed / seconds, spent.ofTheShop() / orders, spent.compilers() / orders);
        points.add(point);
        Trial.say("  after %4.0f s %6.1f orders/s %7.1f CPU ms an order, %6.1f of them compilers"
                .formatted(second, point.perSecond(), point.cpuMillis(), point.compilerMillis()));
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    /** How many orders were confirmed until then. */
    long ordersBy(double second) {
        return points.stream()
                .filter(it -> it.second() <= second)
                .mapToLong(Point::confirmed)
                .sum();
    }

    /** The seconds after which the shop was nearly as fast as it ever became; zero if it confirmed nothing. */
    double nearlyBestAfter() {
        var best = points.stream().mapToDouble(Point::perSecond).max().orElse(0);
        return points.stream()
                .filter(it -> it.perSecond() > 0 && it.perSecond() >= NEARLY * best)
                .mapToDouble(Point::second)
                .findFirst()
                .orElse(0);
    }

    /**
     * @param second since the first order
     * @param confirmed since the point before
     * @param compilerMillis a part of {@code cpuMillis}, both by order
     */
    record Point(double second, long confirmed, double perSecond, double cpuMillis, double compilerMillis) {}
}
