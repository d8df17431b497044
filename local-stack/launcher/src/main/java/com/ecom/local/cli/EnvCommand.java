package com.ecom.local.cli;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Service;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a service run in an IDE against the stores of the shop. */
@Command(
        name = "env",
        description = {
            "Prints the environment of a service, one NAME=VALUE a line.",
            "Stop it here (./ecom stop NAME) and run it with that from your IDE.%n"
        })
final class EnvCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Parameters(paramLabel = "NAME", description = "A service.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        if (!(place.topology().part(Names.find(name)) instanceof Service service)) {
            throw new Refusal("%s is not a service".formatted(name));
        }
        service.environment().forEach((variable, value) -> System.out.println(variable + "=" + value));
        return 0;
    }
}
