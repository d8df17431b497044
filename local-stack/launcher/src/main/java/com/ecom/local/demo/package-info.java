/** Purchases for people to watch and for virtual machines to learn from. */
@NullMarked
package com.ecom.local.demo;

import org.jspecify.annotations.NullMarked;
