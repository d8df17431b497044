package com.ecom.proof;

import java.util.Optional;

/** A proof whose choices follow from the one seed that it is given. */
public interface SeededProof extends Proof {

    @Override
    default Optional<String> seeds(Effort effort) {
        return Optional.of(Long.toString(effort.seed()));
    }
}
