/**
 * What the shop knows of its customers, and only of the one who asks: how to call them, how they want to be spoken to,
 * and where their parcels go. Of each customer's addresses exactly one is the default, as long as there is any.
 */
@NullMarked
package com.ecom.user;

import org.jspecify.annotations.NullMarked;
