package com.ecom.local.mongodb;

import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/** Opens what the file has of a database, and builds its indexes in memory. */
final class DocumentDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private final DocumentFile file;

    DocumentDatabase(String name, CursorRegistry cursors, DocumentFile file) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
    }

    /** A pipeline that begins with a match reads no more than a query for the same. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        return ScopedValue.where(DocumentCollection.LEADING_MATCH, leadingMatch(command, query))
                .call(() -> super.handleCommand(channel, command, query, resolver, oplog));
    }

    private static Document leadingMatch(String command, Document query) {
        return command.equals("aggregate")
                        && query.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && first.get("$match") instanceof Document match
                ? match
                : new Document();
    }

    @Override
    protected DocumentCollection openOrCreateCollection(String name, CollectionOptions options) {
        return new DocumentCollection(this, name, options, cursorRegistry, file);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys, sparse, it -> Values.normalized(it.get("_id")));
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }
}
