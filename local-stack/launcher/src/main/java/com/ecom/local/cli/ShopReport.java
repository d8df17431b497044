package com.ecom.local.cli;

import com.ecom.local.stack.Admin;
import com.ecom.local.stack.Secrets;
import com.ecom.local.supervisor.ProcessView;
import java.io.IOException;
import java.util.List;

/**
 * How the shop is, for people and for machines.
 *
 * @param wallSeconds what the command took
 */
record ShopReport(
        boolean ok,
        double wallSeconds,
        long residentMib,
        String state,
        String adminEmail,
        String adminPassword,
        List<ProcessView> processes) {

    static ShopReport of(Place place, List<ProcessView> processes) throws IOException {
        var table = new StatusTable(processes);
        return new ShopReport(
                table.isHealthy(),
                Console.secondsSoFar(),
                table.residentMib(),
                place.folder().path().toString(),
                Admin.EMAIL,
                Admin.password(Secrets.of(place.folder())),
                processes);
    }

    void print() {
        new StatusTable(processes).print();
        Console.say("Admin login: @|bold %s|@ / @|bold %s|@   State: %s".formatted(adminEmail, adminPassword, state));
    }
}
