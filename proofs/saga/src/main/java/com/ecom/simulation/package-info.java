/**
 * The purchase in one thread: the production lifecycles of order, reservation and payment under every disorder that a
 * seed can think of. Time, network, crashes and the provider are made up; the decisions are not.
 */
@NullMarked
package com.ecom.simulation;

import org.jspecify.annotations.NullMarked;
