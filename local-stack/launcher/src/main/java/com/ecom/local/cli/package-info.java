/** {@code ./ecom}: one class for each command. Each prints for people, and with {@code --json} for machines too. */
@NullMarked
package com.ecom.local.cli;

import org.jspecify.annotations.NullMarked;
