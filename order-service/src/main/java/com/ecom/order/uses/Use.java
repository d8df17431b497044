package com.ecom.order.uses;

/**
 * One use of a promotion that may be used only so often.
 *
 * @param counter what is counted: the promotion, one of its codes, or one customer
 * @param most so many there may be
 */
public record Use(String counter, String promotion, int most) {}
