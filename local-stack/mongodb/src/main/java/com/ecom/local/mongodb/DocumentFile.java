package com.ecom.local.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Keeps documents on disk, where nobody reads them but the next start. A change is queued when it happens and is on disk,
 * flushed, when {@link #awaitWritten} returns; those who wait at the same time share one transaction. SQLite gives the
 * space of what is gone to what comes, so the file stays in proportion to what is in it.
 */
final class DocumentFile implements AutoCloseable {

    private static final String KEY = "";

    private static final int WRITE_AHEAD_LOG_BYTES = 16 * 1024 * 1024;

    private final Connection connection;
    private final Object writing = new Object();
    private List<Change> queue = new ArrayList<>();
    private long queued;
    private volatile long written;

    DocumentFile(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setJournalSizeLimit(WRITE_AHEAD_LOG_BYTES);
        config.setLockingMode(LockingMode.EXCLUSIVE);
        config.setSynchronous(SynchronousMode.FULL);
        connection = config.createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists document (
                        collection text not null,
                        position blob not null,
                        body blob not null,
                        primary key (collection, position))
                    """);
        }
        connection.setAutoCommit(false);
    }

    /** Everything that was written of a collection. */
    void read(String collection, BiConsumer<Object, Document> each) {
        synchronized (writing) {
            try (var select = connection.prepareStatement("select position, body from document where collection = ?")) {
                select.setString(1, collection);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        each.accept(decode(rows.getBytes(1)).get(KEY), decode(rows.getBytes(2)));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot read " + collection, e);
            }
        }
    }

    Set<String> collections() {
        synchronized (writing) {
            try (var select = connection.prepareStatement("select distinct collection from document");
                    var rows = select.executeQuery()) {
                var names = new TreeSet<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot read the names of collections", e);
            }
        }
    }

    void put(String collection, Object position, Document document) {
        var key = keyOf(position);
        var body = encode(document);
        queue(to -> {
            to.put.setString(1, collection);
            to.put.setBytes(2, key);
            to.put.setBytes(3, body);
            to.put.executeUpdate();
        });
    }

    void remove(String collection, Object position) {
        var key = keyOf(position);
        queue(to -> {
            to.remove.setString(1, collection);
            to.remove.setBytes(2, key);
            to.remove.executeUpdate();
        });
    }

    private synchronized void queue(Change change) {
        queue.add(change);
        queued++;
    }

    /** Returns when all that was queued before is on disk. Where it cannot be written the server ends: it would lie. */
    void awaitWritten() {
        var mine = lastQueued();
        if (mine <= written) {
            return;
        }
        synchronized (writing) {
            if (mine > written) {
                write();
            }
        }
    }

    private synchronized long lastQueued() {
        return queued;
    }

    private void write() {
        List<Change> changes;
        long last;
        synchronized (this) {
            changes = queue;
            queue = new ArrayList<>();
            last = queued;
        }
        try (var put = connection.prepareStatement("""
                        insert into document (collection, position, body) values (?, ?, ?)
                        on conflict do update set body = excluded.body
                        """);
                var remove =
                        connection.prepareStatement("delete from document where collection = ? and position = ?")) {
            var statements = new Statements(put, remove);
            for (var change : changes) {
                change.write(statements);
            }
            connection.commit();
            written = last;
        } catch (SQLException e) {
            System.err.println("Documents cannot be written any more, so this server ends: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        awaitWritten();
        synchronized (writing) {
            connection.close();
        }
    }

    private static byte[] keyOf(Object position) {
        return encode(new Document(KEY, position));
    }

    private static byte[] encode(Document document) {
        var buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    private static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    private interface Change {
        void write(Statements to) throws SQLException;
    }

    private record Statements(PreparedStatement put, PreparedStatement remove) {}
}
