/** Faults that people rehearse: what they notice, what the runbook lets them do, and how long everything takes. */
@NullMarked
package com.ecom.proof.drills;

import org.jspecify.annotations.NullMarked;
