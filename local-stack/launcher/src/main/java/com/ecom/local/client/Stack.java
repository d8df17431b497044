package com.ecom.local.client;

import com.ecom.local.stack.StackFolder;
import com.ecom.local.supervisor.ProcessView;
import com.ecom.local.supervisor.Reply;
import com.ecom.local.supervisor.Request;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A connection to the supervisor of one stack. Requests on it are answered one after another. */
public final class Stack implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SocketChannel channel;
    private final BufferedReader in;
    private final BufferedWriter out;

    private Stack(SocketChannel channel) {
        this.channel = channel;
        this.in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        this.out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    }

    /** The stack in that folder, if one runs. It then runs at least as long as this connection. */
    public static Optional<Stack> in(StackFolder folder) {
        try {
            var stack = new Stack(SocketChannel.open(UnixDomainSocketAddress.of(folder.socket())));
            stack.ask(new Request.Hold(), _ -> {});
            return Optional.of(stack);
        } catch (IOException | Failed | Ended e) {
            // Nobody there, or somebody about to leave, which comes to the same.
            return Optional.empty();
        }
    }

    /** Returns once these and what they need are well. */
    public List<ProcessView> start(Collection<String> names, Consumer<Reply.Step> progress) {
        return ask(new Request.Start(List.copyOf(names)), progress);
    }

    public List<ProcessView> start(String... names) {
        return start(List.of(names), _ -> {});
    }

    /** As {@link #start}; what these learn until they are stopped makes later starts and first minutes faster. */
    public List<ProcessView> startLearning(Collection<String> names, Consumer<Reply.Step> progress) {
        return ask(new Request.StartLearning(List.copyOf(names)), progress);
    }

    public List<ProcessView> stop(String... names) {
        return ask(new Request.Stop(List.of(names)), _ -> {});
    }

    /** Ends these the way a crash does. */
    public List<ProcessView> kill(String... names) {
        return ask(new Request.Kill(List.of(names)), _ -> {});
    }

    public List<ProcessView> look() {
        return ask(new Request.Look(), _ -> {});
    }

    /** The stack stays after this connection until it is taken down. */
    public void keep() {
        ask(new Request.Keep(), _ -> {});
    }

    /** The stack stays at least until that process has ended. */
    public void holdFor(ProcessHandle process) {
        ask(new Request.HoldFor(process.pid()), _ -> {});
    }

    /** Returns when every process has ended, for whatever reason. */
    public void down() {
        try {
            ask(new Request.Down(), _ -> {});
        } catch (Ended e) {
            // Just what was asked for.
        }
    }

    private synchronized List<ProcessView> ask(Request request, Consumer<Reply.Step> progress) {
        try {
            out.write(JSON.writeValueAsString(request));
            out.newLine();
            out.flush();
            while (true) {
                switch (hear()) {
                    case Reply.Step step -> progress.accept(step);
                    case Reply.Done(var processes) -> {
                        return processes;
                    }
                    case Reply.Failed failed -> throw new Failed(failed);
                }
            }
        } catch (IOException e) {
            throw new Ended(e);
        }
    }

    private Reply hear() throws IOException {
        var line = in.readLine();
        if (line == null) {
            throw new EOFException("The supervisor has ended");
        }
        return JSON.readValue(line, Reply.class);
    }

    /** The supervisor is no more, and with it every process of the stack. */
    public static final class Ended extends UncheckedIOException {

        Ended(IOException e) {
            super("The supervisor of the stack has ended", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
