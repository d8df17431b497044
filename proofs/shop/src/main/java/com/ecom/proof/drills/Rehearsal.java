package com.ecom.proof.drills;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Plan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** One drill, and the shop that it needs. */
interface Rehearsal extends AutoCloseable {

    /** What the shop has to be like; it does for other drills, too. */
    Plan plan();

    /** What is done before anything of the shop runs. */
    default void prepare(LocalShop shop, Path folder) throws Exception {}

    /** Where people come in, if this drill needs another door than the gateway's. */
    default Optional<URI> door(LocalShop shop) {
        return Optional.empty();
    }

    Drill drill(Scene scene);

    @Override
    default void close() throws IOException {}

    /** Made before its shop is, because a service learns when it starts where everything else is. */
    interface Maker {
        Rehearsal in(Plan usual) throws Exception;
    }
}
