/**
 * What a stack is made of: its parts and services, where they live on this machine, how each is started and how one
 * knows that it is well. Nothing here starts anything; the supervisor does.
 */
@NullMarked
package com.ecom.local.stack;

import org.jspecify.annotations.NullMarked;
