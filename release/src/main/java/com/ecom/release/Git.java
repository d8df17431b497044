package com.ecom.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What git says of a checkout. */
record Git(Path root) {

    String commit() throws IOException, InterruptedException {
        return ask("rev-parse", "HEAD");
    }

    /** A copy of that commit. */
    void cloneTo(Path folder) throws IOException, InterruptedException {
        ask("clone", "--quiet", root.toString(), folder.toString());
    }

    private String ask(String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("git", "-C", root.toString()));
        line.addAll(List.of(arguments));
        var git = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var answer = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new IOException("git does not answer " + String.join(" ", arguments));
        }
        return answer;
    }
}
