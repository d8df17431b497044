package com.ecom.local.mongodb;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.concurrent.Executors;
import org.h2.mvstore.MVStore;

/** Serves one file as a MongoDB 5.0 with an oplog: {@code MongoDbServer FILE PORT}. */
final class MongoDbServer {

    /** As often as MongoDB writes its journal: a kill can cost what is younger, as it can there. */
    private static final int MILLIS_BETWEEN_COMMITS = 100;

    private MongoDbServer() {}

    static void main(String[] args) {
        var store = new MVStore.Builder().fileName(args[0]).autoCommitDisabled().open();
        var committer = Executors.newSingleThreadScheduledExecutor();
        var commits = committer.scheduleWithFixedDelay(
                store::commit, MILLIS_BETWEEN_COMMITS, MILLIS_BETWEEN_COMMITS, MILLISECONDS);

        var backend = new H2Backend(store);
        backend.version(ServerVersion.MONGO_5_0);
        var server = new MongoServer(backend);
        server.enableOplog();
        server.bind("127.0.0.1", Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            commits.cancel(false);
            server.shutdown();
            store.close();
        }));
    }
}
