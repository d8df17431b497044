/** The order's commands: authorize, capture, void. */
@NullMarked
package com.ecom.payment.commands;

import org.jspecify.annotations.NullMarked;
