package com.ecom.local.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.nio.file.Path;
import java.sql.SQLException;

/** Serves one file as a MongoDB 5.0: {@code MongoDbServer FILE PORT}. */
final class MongoDbServer {

    private MongoDbServer() {}

    static void main(String[] args) throws SQLException {
        var file = new DocumentFile(Path.of(args[0]));
        var backend = new DocumentBackend(file);
        backend.version(ServerVersion.MONGO_5_0);
        var server = new MongoServer(backend);
        server.bind("127.0.0.1", Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdown();
            close(file);
        }));
    }

    private static void close(DocumentFile file) {
        try {
            file.close();
        } catch (SQLException e) {
            System.err.println("The file of documents was not closed, which costs nothing that was acknowledged: " + e);
        }
    }
}
