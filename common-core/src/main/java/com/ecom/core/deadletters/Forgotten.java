package com.ecom.core.deadletters;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Knows of whom nothing may be kept any more. */
public interface Forgotten {

    /** Those of these people who were forgotten. */
    Set<UUID> among(Collection<UUID> subjects);
}
