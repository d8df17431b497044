package com.ecom.local.stack;

/** When a process is stopped, so that nobody loses what it still needs. */
public enum Stage {
    DOOR,
    SERVICE,
    STORE,
    LAST_STORE
}
