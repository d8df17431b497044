package com.ecom.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets the kernel send a process a signal when the thread that started it ends, however that came about. */
public final class Tie {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private Tie() {}

    public static boolean isPossible() {
        return Files.isExecutable(SETPRIV);
    }

    /** The command line of a process so tied, or the same one where that is not possible. */
    public static List<String> toParent(String signal, List<String> line) {
        if (!isPossible()) {
            return line;
        }
        var tied = new ArrayList<>(List.of(SETPRIV.toString(), "--pdeathsig", signal, "--"));
        tied.addAll(line);
        return List.copyOf(tied);
    }
}
