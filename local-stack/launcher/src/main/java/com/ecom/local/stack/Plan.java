package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided when a stack was started, for the supervisor and every later client to read.
 *
 * @param fresh whatever an earlier stack left in the folder is forgotten first
 * @param throwaway its data ends with it, so they need not survive the loss of power
 * @param productionFlags services get the JVM options they have in production rather than those of a quick start
 * @param idleSeconds how long the stack waits for somebody who needs it before it stops
 */
public record Plan(Ports ports, boolean fresh, boolean throwaway, boolean productionFlags, int idleSeconds) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Plan read(StackFolder folder) throws IOException {
        return JSON.readValue(Files.readString(folder.plan()), Plan.class);
    }

    public void write(StackFolder folder) throws IOException {
        Files.createDirectories(folder.path());
        Files.writeString(folder.plan(), JSON.writeValueAsString(this));
    }
}
