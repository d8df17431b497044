package com.ecom.auth.model;

/** The security notices that an account's owner receives by mail, to recognise what they did not do themselves. */
public enum Notice {
    PASSWORD_CHANGED,
    SESSION_STOLEN,
    SECOND_FACTOR_ENABLED,
    SECOND_FACTOR_DISABLED,
    RECOVERY_CODE_USED,
    GOOGLE_LINKED
}
