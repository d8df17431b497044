package com.ecom.local;

import com.ecom.local.client.Launch;
import com.ecom.local.client.Stack;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Path;

/** A stack that only the tests of one class know. */
public final class TestStack {

    private final StackFolder folder;
    private final Ports ports;

    private TestStack(StackFolder folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    public static TestStack named(String name) {
        return new TestStack(new StackFolder(Path.of("target", name)), Ports.free());
    }

    /** Joins it, and starts it before if need be. It ends at once when nobody is left. */
    public Stack join() throws IOException, InterruptedException {
        return Launch.stackIn(folder, Checkout.find(), () -> new Plan(ports, true, true, false, 0));
    }

    public StackFolder folder() {
        return folder;
    }

    public int port(String name) {
        return ports.of(name);
    }
}
