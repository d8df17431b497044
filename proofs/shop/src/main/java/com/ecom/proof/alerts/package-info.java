/** Faults that are really injected, and the alerts that somebody really hears. */
@NullMarked
package com.ecom.proof.alerts;

import org.jspecify.annotations.NullMarked;
