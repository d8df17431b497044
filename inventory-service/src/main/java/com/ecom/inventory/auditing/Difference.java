package com.ecom.inventory.auditing;

/**
 * A SKU whose books do not agree. Anything but none is a bug of ours, or somebody wrote into the database by hand.
 *
 * @param available what the shelf says
 * @param explained what the movements add up to; should be the same
 * @param promised what is held for orders or sold to them
 * @param taken what the movements say that orders took; should be the same
 */
record Difference(String sku, long available, long explained, long promised, long taken) {

    /** What the shelf should say: whatever was moved, with orders having taken just what they are promised. */
    long right() {
        return explained + taken - promised;
    }
}
