package com.ecom.local.supervisor;

import com.ecom.local.stack.Command;
import com.ecom.local.stack.Part;
import com.ecom.local.stack.StackFolder;
import com.ecom.local.supervisor.ProcessView.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One part's process, which is there or not, and at most once. */
final class Child {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration TIME_TO_WRITE_A_CACHE = Duration.ofMinutes(4);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private final Part part;
    private final Forker forker;
    private final Path log;

    /** Held while the process is being started or stopped, so that two clients never do both. */
    private final ReentrantLock changing = new ReentrantLock();

    private volatile @Nullable Process process;
    private volatile State state = State.DOWN;
    private volatile long startMillis;
    private volatile boolean learning;

    Child(Part part, Forker forker, StackFolder folder) {
        this.part = part;
        this.forker = forker;
        this.log = folder.log(part.name());
    }

    Part part() {
        return part;
    }

    boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    /** Returns once the process is well, having started it if need be. */
    void bringUp(Consumer<Reply.Step> progress) {
        change(() -> {
            if (look() == State.UP) {
                if (!part.isOutdated()) {
                    return;
                }
                stop();
            }
            startMillis = start(progress, this::quickly);
            progress.accept(new Reply.Step(part.name(), "up", startMillis));
        });
    }

    /** As {@link #bringUp}, but what its JVM learns until it is stopped goes into its cache then. */
    void bringUpLearning(Consumer<Reply.Step> progress) {
        change(() -> {
            stop();
            var cache = part.startCache();
            if (cache.isPresent()) {
                cache.get().forget();
                startMillis = start(progress, cache.get()::learn);
                learning = true;
            } else {
                startMillis = start(progress, command -> command);
            }
            progress.accept(new Reply.Step(part.name(), "up", startMillis));
        });
    }

    /** Whether stopping it takes two cores for a while. */
    boolean isLearning() {
        return learning && isAlive();
    }

    private void change(Change change) {
        changing.lock();
        try {
            change.run();
        } catch (IOException e) {
            state = State.DIED;
            throw new CouldNotStart(part.name(), reason(e), LogTail.of(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CouldNotStart(part.name(), "was interrupted", List.of());
        } finally {
            changing.unlock();
        }
    }

    /** Returns the milliseconds that it took. */
    private long start(Consumer<Reply.Step> progress, Variation variation) throws IOException, InterruptedException {
        var begin = Instant.now();
        state = State.STARTING;
        part.prepare(command -> forker.run(command, log));
        progress.accept(new Reply.Step(part.name(), "starting", millisSince(begin)));
        var started = forker.fork(variation.of(part.command()), log);
        process = started;
        awaitHealth(started, Instant.now().plus(part.timeout()));
        state = State.UP;
        return millisSince(begin);
    }

    private Command quickly(Command command) throws IOException {
        var cache = part.startCache();
        return cache.isPresent() && cache.get().isGood() ? cache.get().use(command) : command;
    }

    private void awaitHealth(Process started, Instant deadline) throws InterruptedException, IOException {
        while (!part.health().isGood()) {
            if (started.waitFor(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("ended with " + started.exitValue());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "was not well after %d s".formatted(part.timeout().toSeconds()));
            }
        }
    }

    /** Asks the process to end and insists after a while. */
    void stop() throws InterruptedException {
        end(Process::destroy, learning ? TIME_TO_WRITE_A_CACHE : GRACE);
        learning = false;
    }

    void kill() throws InterruptedException {
        end(Process::destroyForcibly, Duration.ZERO);
    }

    private void end(Consumer<Process> how, Duration grace) throws InterruptedException {
        var running = process;
        if (running != null) {
            state = State.DOWN;
            how.accept(running);
            if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
            running.waitFor();
        }
    }

    /** As {@link #view}, having asked the process itself. */
    ProcessView closeView() {
        var view = view();
        return view.state() == State.UP && !part.health().isGood() ? view.unwell() : view;
    }

    ProcessView view() {
        var now = look();
        var running = process;
        var pid = running != null && running.isAlive() ? running.pid() : null;
        return new ProcessView(
                part.name(), now, part.address(), pid, pid == null ? 0 : Memory.residentKib(pid), startMillis);
    }

    private State look() {
        if (state == State.UP && !isAlive()) {
            state = State.DIED;
        }
        return state;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static long millisSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis();
    }

    @FunctionalInterface
    private interface Change {
        void run() throws IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface Variation {
        Command of(Command command) throws IOException;
    }
}
