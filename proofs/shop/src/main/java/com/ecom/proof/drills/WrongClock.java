package com.ecom.proof.drills;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.proof.chaos.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A clock that jumps ten minutes ahead while its service runs, and is set right again. */
record WrongClock(Path file, Plan plan) implements Rehearsal {

    private static final String SERVICE = "payment-service";
    private static final Duration AHEAD = Duration.ofMinutes(10);

    static WrongClock in(Plan usual) throws IOException, InterruptedException {
        var fakeTime = FakeTime.find()
                .orElseThrow(() -> new IOException("Neither this machine nor its packages have libfaketime"));
        var file = Checkout.find().ownFolder().resolve("drill-clock");
        var clock = new WrongClock(file, usual.withEnvironment(Map.of(SERVICE, fakeTime.asIn(file))));
        clock.isOff(Duration.ZERO);
        return clock;
    }

    @Override
    public Drill drill(Scene scene) {
        return Faults.drill(
                "The clock of payment-service jumps ten minutes ahead",
                "ClockSkewed",
                SERVICE,
                "payments-ticket",
                () -> isOff(AHEAD),
                () -> isOff(Duration.ZERO));
    }

    private void isOff(Duration by) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, FakeTime.inSeconds(by));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
