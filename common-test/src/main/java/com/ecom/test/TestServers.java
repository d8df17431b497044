package com.ecom.test;

import com.ecom.local.MySql;
import com.ecom.local.Redis;
import java.net.URI;

/** The servers that integration tests run on, started when the first test asks. Keeping one's data apart is up to the test. */
public interface TestServers {

    /** A server on which the user may create databases. */
    MySql mysql();

    /** The bootstrap servers. Topics have to be created before they are used. */
    String kafka();

    Redis redis();

    /** A database of that name, which comes into being with its first document. */
    URI mongodb(String database);

    URI elasticsearch();

    /**
     * Those of the local stack, or containers where {@code -Decom.test.servers=containers} says so.
     *
     * @throws IllegalStateException if it says something else
     */
    static TestServers chosen() {
        return ChosenServers.CHOSEN;
    }
}
