package com.ecom.local.mongodb;

import static java.util.stream.Collectors.toSet;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Set;

/** Memory answers, the file keeps: no write is acknowledged before it is on disk. */
final class DocumentBackend extends AbstractMongoBackend {

    private static final Set<String> READS = Set.of("find", "count", "distinct", "getMore", "hello", "ping");

    private final DocumentFile file;

    DocumentBackend(DocumentFile file) {
        this.file = file;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            // Also after a failure: what was done before it stays done.
            if (!READS.contains(command)) {
                file.awaitWritten();
            }
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DocumentDatabase(name, getCursorRegistry(), file);
    }

    @Override
    protected Set<String> listDatabaseNames() {
        return file.collections().stream()
                .map(it -> it.substring(0, it.indexOf('.')))
                .collect(toSet());
    }
}
