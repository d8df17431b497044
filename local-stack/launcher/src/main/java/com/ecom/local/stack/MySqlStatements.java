package com.ecom.local.stack;

import static com.ecom.local.stack.Names.MYSQL;

import java.util.List;
import java.util.stream.Collectors;

/** What the server runs at each start: a database and a user for each service, who sees no other. */
record MySqlStatements(List<String> databases, Site site) {

    String text() {
        var all = databases.stream()
                .map(it -> statementsFor(it, site.secrets().of(MYSQL + "/" + it)))
                .collect(Collectors.joining());
        return site.plan().throwaway() ? all + statementsForTests() : all;
    }

    /** A service sees its own database and no other. */
    private static String statementsFor(String database, String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s;
                CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON %1$s.* TO '%1$s'@'%%';
                """.formatted(database, password);
    }

    private String statementsForTests() {
        return """
                CREATE USER IF NOT EXISTS 'test'@'%%' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON *.* TO 'test'@'%%' WITH GRANT OPTION;
                """.formatted(site.secrets().of(MYSQL + "/test"));
    }
}
