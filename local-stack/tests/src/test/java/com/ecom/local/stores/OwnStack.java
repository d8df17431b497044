package com.ecom.local.stores;

import com.ecom.local.TestStack;
import com.ecom.local.client.Stack;
import com.ecom.local.stack.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stack for the tests of one class, with one store up. */
final class OwnStack implements BeforeAllCallback, AfterAllCallback {

    private final String store;
    private final TestStack home;

    @Nullable
    private Stack stack;

    OwnStack(String store) {
        this.store = store;
        this.home = TestStack.named("stack-of-" + store);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        stack = home.join();
        stack.start(store);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var stack = stack();
        stack.down();
        stack.close();
    }

    void crashAndRestart() {
        stack().kill(store);
        stack().start(store);
    }

    Path data() throws IOException {
        return home.folder().data(store);
    }

    int port() {
        return home.port(store);
    }

    String secret(String purpose) {
        try {
            return Secrets.of(home.folder()).of(purpose);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stack stack() {
        return Objects.requireNonNull(stack);
    }
}
