package com.ecom.payment.model;

/** Times in which nobody asks the provider anything, because somebody said so. */
public interface Outages {

    /** As of half a second ago at most. */
    boolean isOn();
}
