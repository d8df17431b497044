package com.ecom.search.analytics;

/** Which queries staff want to see. */
enum ReportKind {
    /** What is asked most. */
    TOP("searches"),
    /** What most often finds nothing. */
    ZERO_RESULT("unanswered"),
    /** What is asked often, finds something, and seldom leads to a click. */
    LOW_CLICK("searches");

    /** By which it is sorted, largest first. */
    final String sum;

    /** Fewer searches say nothing about how often one is followed by a click. */
    private static final long MANY = 20;

    private static final double SELDOM = 0.1;

    ReportKind(String sum) {
        this.sum = sum;
    }

    boolean shows(QueryFigures it) {
        return switch (this) {
            case TOP -> true;
            case ZERO_RESULT -> it.unanswered() > 0;
            case LOW_CLICK -> it.searches() >= MANY && it.averageHits() > 0 && it.clickThroughRate() < SELDOM;
        };
    }
}
