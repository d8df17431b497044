package com.ecom.proof.drills;

import com.ecom.proof.alerts.Alarm;

/**
 * A fault that is rehearsed.
 *
 * @param rehearses what goes wrong, in a sentence
 * @param alarm what breaks it, the alert that somebody has to hear, and what ends the cause where no command of the runbook
 *     can
 */
record Drill(String rehearses, Alarm alarm) {}
