@NullMarked
package com.ecom.local.cli;

import org.jspecify.annotations.NullMarked;
