package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * When a file last changed in any way. A reproducible build gives its jars always the same time of modification, so
 * that one says nothing.
 */
public record FileStamp(FileTime changed) {

    public static final FileStamp NEVER = new FileStamp(FileTime.fromMillis(0));

    /** {@link #NEVER} if there is no such file. */
    public static FileStamp of(Path file) throws IOException {
        return Files.exists(file) ? new FileStamp((FileTime) Files.getAttribute(file, "unix:ctime")) : NEVER;
    }

    public boolean isAfter(FileStamp other) {
        return changed.compareTo(other.changed) > 0;
    }

    public FileStamp orLater(FileStamp other) {
        return other.isAfter(this) ? other : this;
    }
}
