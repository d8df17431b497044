/** What may happen to a promise of stock, and what is published of it; knows neither database nor broker. */
@NullMarked
package com.ecom.inventory.model;

import org.jspecify.annotations.NullMarked;
