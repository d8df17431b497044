package com.ecom.auth.model;

/** Why tokens stop counting before their time. */
public enum RevocationReason {
    LOGGED_OUT,
    REVOKED_BY_OWNER,
    /** A refresh token came twice. */
    TOKEN_REUSED,
    LOGGED_OUT_EVERYWHERE,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    SECOND_FACTOR_CHANGED,
    ROLES_CHANGED,
    SUSPENDED,
    ERASED
}
