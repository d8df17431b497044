package com.ecom.local.cli;

import com.ecom.local.client.Stack;
import com.ecom.local.stack.StackFolder;
import com.ecom.local.supervisor.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * A start that may fail or be interrupted. The supervisor stops everything once this command is gone; here we only wait
 * for that, so that nothing is left when the prompt is back.
 */
final class Attempt implements AutoCloseable {

    private final Stack stack;
    private final StackFolder folder;
    private final Thread whenInterrupted = new Thread(this::letGo);

    private volatile boolean lasts;

    /** {@code lasts} if the stack was there before and stays whatever becomes of this. */
    Attempt(Stack stack, StackFolder folder, boolean lasts) {
        this.stack = stack;
        this.folder = folder;
        this.lasts = lasts;
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
    }

    Stack stack() {
        return stack;
    }

    void succeeded() {
        stack.keep();
        lasts = true;
    }

    @Override
    public void close() {
        if (whenInterrupted.isAlive()) {
            leaveTheEndToTheInterrupt();
        }
        Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        letGo();
    }

    /** This process ends as soon as that has done what there is to do, and says what there is to say. */
    private static void leaveTheEndToTheInterrupt() {
        new CompletableFuture<Void>().join();
    }

    private void letGo() {
        stack.close();
        if (!lasts) {
            Console.progress("ecom", "stopping what was started");
            try (var _ = Turn.take(folder)) {
                Console.progress("ecom", "nothing is left running");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
