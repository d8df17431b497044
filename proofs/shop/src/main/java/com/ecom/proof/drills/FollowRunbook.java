package com.ecom.proof.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.LocalShop;
import com.ecom.operations.OpsFolder;
import com.ecom.operations.Runbook;
import com.ecom.proof.alerts.Alarm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Does what the page of an alert says, command by command, as it is written there. */
record FollowRunbook(OpsFolder ops, LocalShop shop, Path folder, String token) {

    private static final Set<String> LOOKING = Set.of("./ecom status", "./ecom doctor");

    /** A command, and what it ended with. */
    record Done(String command, int exit, String said) {

        /** Looking at a shop that is not well, or at its machine, says so. */
        boolean isGood() {
            return exit == 0 || LOOKING.contains(command);
        }
    }

    List<Done> of(Alarm alarm) throws IOException, InterruptedException {
        var done = new ArrayList<Done>();
        for (var command : Runbook.of(ops, alarm.alert()).commands()) {
            done.add(run(command.replace("$SERVICE", alarm.service())));
        }
        return done;
    }

    private Done run(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-eu", "-c", command)
                .directory(ops.root().toFile())
                .redirectErrorStream(true);
        builder.environment().put("ECOM_STATE", folder.toString());
        builder.environment().put("ECOM_OPS_TOKEN", token);
        var words = command.split(" ", -1);
        if (words[0].equals("ops/ask")) {
            builder.environment().put("ECOM_OPS_AT", shop.address(words[2]).toString());
        }
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Done(command, process.waitFor(), said);
    }
}
