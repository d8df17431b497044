package com.ecom.test;

import com.ecom.local.LocalServers;
import com.ecom.local.MySql;
import com.ecom.local.Redis;
import java.net.URI;

/** The local stack, which all modules of a build share. */
final class LocalTestServers implements TestServers {

    @Override
    public MySql mysql() {
        return LocalServers.mysql();
    }

    @Override
    public String kafka() {
        return LocalServers.kafka();
    }

    @Override
    public Redis redis() {
        return LocalServers.redis();
    }

    @Override
    public URI mongodb(String database) {
        return URI.create(LocalServers.mongodb() + "/" + database);
    }

    @Override
    public URI elasticsearch() {
        return LocalServers.elasticsearch();
    }
}
