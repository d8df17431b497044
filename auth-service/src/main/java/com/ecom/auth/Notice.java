package com.ecom.auth;

/** What the owner of an account is told by mail, so that they notice what they did not do themselves. */
enum Notice {
    PASSWORD_CHANGED,
    SESSION_STOLEN,
    SECOND_FACTOR_ENABLED,
    SECOND_FACTOR_DISABLED,
    RECOVERY_CODE_USED,
    GOOGLE_LINKED
}
