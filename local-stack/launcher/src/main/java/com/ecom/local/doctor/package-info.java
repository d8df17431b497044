/** What a machine must have so that the shop can run on it. */
@NullMarked
package com.ecom.local.doctor;

import org.jspecify.annotations.NullMarked;
