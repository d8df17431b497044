package com.ecom.local.supervisor;

import com.ecom.local.stack.Service;
import com.ecom.local.stack.StackFolder;
import com.ecom.local.stack.Stage;
import com.ecom.local.stack.TakenPort;
import com.ecom.local.stack.Topology;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** All processes of a stack, started each after what it needs and stopped in the order of their stages. */
final class Fleet {

    private final Topology topology;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** More at a time would only share the same cores. */
    private final Semaphore fewAtATime =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    Fleet(Topology topology, Forker forker, StackFolder folder) {
        this.topology = topology;
        topology.parts().forEach(it -> children.put(it.name(), new Child(it, forker, folder)));
    }

    /** Returns once these and what they need are well, and fails as soon as one of them is not. */
    void start(Collection<String> names, Consumer<Reply.Step> progress) {
        startEach(names, child -> child.bringUp(progress));
    }

    /** As {@link #start}, and what their JVMs learn until they are stopped goes into their caches. */
    void startLearning(Collection<String> names, Consumer<Reply.Step> progress) {
        startEach(names, child -> child.bringUpLearning(progress));
    }

    private void startEach(Collection<String> names, Consumer<Child> how) {
        var wanted =
                topology.withNeeds(names).stream().map(it -> child(it.name())).toList();
        refuseTakenPorts(wanted);
        var ups = new LinkedHashMap<String, CompletableFuture<Void>>();
        for (var child : wanted) {
            var needs = child.part().needs().stream().map(ups::get).toArray(CompletableFuture[]::new);
            ups.put(
                    child.part().name(),
                    CompletableFuture.allOf(needs).thenRunAsync(() -> inTurn(child, () -> how.accept(child)), threads));
        }
        await(ups.values());
    }

    private void inTurn(Child child, Runnable action) {
        if (child.part() instanceof Service) {
            oneOfFew(action);
        } else {
            action.run();
        }
    }

    private void oneOfFew(Runnable action) {
        fewAtATime.acquireUninterruptibly();
        try {
            action.run();
        } finally {
            fewAtATime.release();
        }
    }

    /** Fails with the first of them that fails. */
    private static void await(Collection<CompletableFuture<Void>> all) {
        var failure = new CompletableFuture<Void>();
        for (var one : all) {
            var _ = one.exceptionally(e -> {
                failure.completeExceptionally(e);
                return null;
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), failure)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CouldNotStart reason ? reason : e;
        }
    }

    /** Said of all of them and before any is started. */
    private void refuseTakenPorts(Collection<Child> wanted) {
        var taken = wanted.stream()
                .filter(it -> !it.isAlive())
                .flatMap(it -> TakenPort.among(it.part().ports(), topology.ports()).stream())
                .toList();
        if (!taken.isEmpty()) {
            throw new CouldNotStart(
                    taken.getFirst().name(),
                    "cannot start, because its port is taken",
                    taken.stream().map(TakenPort::toString).toList());
        }
    }

    void stop(Collection<String> names) throws InterruptedException {
        for (var name : names) {
            child(name).stop();
        }
    }

    void kill(Collection<String> names) throws InterruptedException {
        for (var name : names) {
            child(name).kill();
        }
    }

    /** Stops everything, stage after stage, and the processes of one stage at the same time. */
    void stopAll() {
        for (var stage : Stage.values()) {
            var ends = children.values().stream()
                    .filter(it -> it.part().stage() == stage)
                    .map(it -> CompletableFuture.runAsync(
                            it.isLearning() ? () -> oneOfFew(() -> end(it)) : () -> end(it), threads))
                    .toList();
            await(ends);
        }
    }

    private static void end(Child child) {
        try {
            child.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<ProcessView> views() {
        return children.values().stream().map(Child::view).toList();
    }

    /** Asks every process how it is, all at the same time. */
    List<ProcessView> closeViews() {
        var answers = children.values().stream()
                .map(it -> CompletableFuture.supplyAsync(it::closeView, threads))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private Child child(String name) {
        var child = children.get(name);
        if (child == null) {
            throw new CouldNotStart(name, "is not a process of this stack", List.of());
        }
        return child;
    }
}
