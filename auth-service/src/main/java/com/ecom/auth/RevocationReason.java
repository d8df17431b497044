package com.ecom.auth;

/** Why tokens stop counting before their time. */
enum RevocationReason {
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
