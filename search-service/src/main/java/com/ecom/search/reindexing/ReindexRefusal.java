package com.ecom.search.reindexing;

/** Why the index stays the one it is. */
public abstract sealed class ReindexRefusal extends RuntimeException {

    private ReindexRefusal(String message) {
        super(message);
    }

    public static final class ReindexUnderWay extends ReindexRefusal {
        ReindexUnderWay(String id) {
            super("Reindex %s is under way".formatted(id));
        }
    }

    public static final class NoEarlierIndex extends ReindexRefusal {
        NoEarlierIndex() {
            super("There is no index of this layout from before the one that is searched");
        }
    }
}
