package com.ecom.search.elastic;

/**
 * One index that takes the place of another.
 *
 * @param since the number of the last change of the old index that the next one has anyhow, -1 if it has none
 * @param position the number of the last change that was copied before this was interrupted, otherwise the same
 * @param era later ones win over whatever was written to the next index before, whoever did that
 */
public record Rebuild(String alias, String old, String next, long since, long position, long era) {

    /** As many changes as an index may have had, so that no era meets the next. */
    private static final int CHANGES_OF_AN_ERA = 28;

    static Rebuild whole(String alias, String old, String next) {
        return new Rebuild(alias, old, next, -1, -1, 0);
    }

    /** Whether nobody else may have moved the alias meanwhile; services of a new version that start together all do so. */
    boolean isAlone() {
        return era > 0;
    }

    /** The version of a document that this copies. */
    long versionOf(long number) {
        return (era << CHANGES_OF_AN_ERA) + number + 1;
    }

    /** Takes how far it is, and may stop it by an exception. */
    public interface Progress {

        Progress UNSEEN = new Progress() {
            @Override
            public void reached(long position, int documents) {
                // Nobody asks.
            }

            @Override
            public void takesOver(long number) {
                // Nobody asks.
            }
        };

        /** @param documents how many were copied since the last call */
        void reached(long position, int documents);

        /** Before the alias moves, with the number of the last change of the next index. */
        void takesOver(long number);
    }
}
