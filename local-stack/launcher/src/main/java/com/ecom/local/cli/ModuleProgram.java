package com.ecom.local.cli;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that a module of the build brings.
 *
 * @param services that it runs, as they are in the sources now
 */
record ModuleProgram(String module, String main, List<String> services) {

    /** One that opens shops. */
    static ModuleProgram withServices(String module, String main) {
        return new ModuleProgram(module, main, Names.SERVICES);
    }

    static ModuleProgram alone(String module, String main) {
        return new ModuleProgram(module, main, List.of());
    }

    /** Returns what the program returns. What it prints is seen at once. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        var checkout = Checkout.find();
        var needed = new ArrayList<>(services);
        needed.add(module);
        FreshBuild.ofModules(needed, checkout);
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(checkout),
                main));
        line.addAll(arguments);
        var process = new ProcessBuilder(line)
                .directory(checkout.root().toFile())
                .inheritIO()
                .start();
        var together = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(together);
        return process.waitFor();
    }

    private String classPath(Checkout checkout) {
        var target = checkout.root().resolve(module).resolve("target");
        return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*";
    }
}
