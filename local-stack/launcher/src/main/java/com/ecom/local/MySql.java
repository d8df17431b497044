package com.ecom.local;

/** A MySQL server and a user who may do everything on it. */
public record MySql(String host, int port, String user, String password) {

    /** The server itself, with no database chosen. */
    public String jdbcUrl() {
        return jdbcUrl("");
    }

    public String jdbcUrl(String database) {
        return "jdbc:mysql://%s:%d/%s".formatted(host, port, database);
    }
}
