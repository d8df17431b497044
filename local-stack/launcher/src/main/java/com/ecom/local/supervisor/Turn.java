package com.ecom.local.supervisor;

import com.ecom.local.stack.StackFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** The right to own a stack. A supervisor has it until the last of its processes has ended, so there is never a second. */
public final class Turn implements AutoCloseable {

    private final FileLock lock;

    private Turn(FileLock lock) {
        this.lock = lock;
    }

    /** Waits until the folder has no supervisor any more. */
    public static Turn take(StackFolder folder) throws IOException {
        Files.createDirectories(folder.path());
        var file = folder.path().resolve("supervisor.lock");
        return new Turn(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock());
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
