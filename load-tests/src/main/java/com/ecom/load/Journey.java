package com.ecom.load;

import com.ecom.load.ReadOnlyCallers.Guest;
import java.io.IOException;

/** What one visitor does. */
interface Journey {

    /**
     * @param number of all that were made so far
     * @throws IOException if an answer was not a good one, or not one to this question
     */
    void make(KeepAlive connection, Guest guest, long number) throws IOException;
}
