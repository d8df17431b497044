package com.ecom.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A command line with what it adds to the environment and the folder it runs in. */
public record Command(List<String> line, Map<String, String> environment, Path folder) {

    static Command of(Path folder, Object executable, Object... arguments) {
        var line = new ArrayList<String>();
        line.add(executable.toString());
        for (var argument : arguments) {
            line.add(argument.toString());
        }
        return new Command(List.copyOf(line), Map.of(), folder);
    }

    /** The JVM that runs this code, once more. It keeps no figures for jstat, for which it would wake 20 times a second. */
    static Command java(Path folder, Object... arguments) {
        return of(folder, Path.of(System.getProperty("java.home"), "bin", "java"), arguments)
                .withOptions(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:-UsePerfData");
    }

    /** A JVM that starts quickly and stays small rather than one that becomes fast. */
    static Command smallJava(Path folder, Object... arguments) {
        return java(folder, arguments).quick();
    }

    /**
     * What stands for another company, with room for what thousands did where everything is as in production. It never
     * becomes fast there either: it does so little that compiling it well would cost more than running it.
     */
    static Command standIn(Plan plan, Path folder, Object... arguments) {
        return smallJava(folder, arguments).withOptions(plan.productionFlags() ? "-Xmx512m" : "-Xmx64m");
    }

    Command quick() {
        return withOptions("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    public Command withOptions(Object... options) {
        var longer = new ArrayList<>(line);
        longer.addAll(1, Stream.of(options).map(Object::toString).toList());
        return new Command(List.copyOf(longer), environment, folder);
    }

    Command with(Map<String, String> more) {
        var all = new TreeMap<>(environment);
        all.putAll(more);
        return new Command(line, Map.copyOf(all), folder);
    }
}
