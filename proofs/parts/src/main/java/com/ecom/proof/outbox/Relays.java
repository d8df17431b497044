package com.ecom.proof.outbox;

import com.ecom.core.outbox.OutboxOnTrial;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Relays as processes of their own, which may be killed. */
final class Relays {

    private final HikariDataSource database;
    private final String broker;
    private final File log;
    private final List<Process> running = new ArrayList<>();

    Relays(HikariDataSource database, String broker, File log) {
        this.database = database;
        this.broker = broker;
        this.log = log;
    }

    void start(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            running.add(startOne());
        }
    }

    /** The way a crash ends it; another takes its place at once. */
    void kill(int which) throws IOException {
        end(running.get(which));
        running.set(which, startOne());
    }

    void killAll() {
        running.forEach(Relays::end);
        running.clear();
    }

    private static void end(Process relay) {
        relay.destroyForcibly().onExit().join();
    }

    private Process startOne() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutboxOnTrial.class.getName(),
                        database.getJdbcUrl(),
                        database.getUsername(),
                        database.getPassword(),
                        broker)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
