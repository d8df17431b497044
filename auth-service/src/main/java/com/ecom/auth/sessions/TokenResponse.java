package com.ecom.auth.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller takes home from logging in.
 *
 * @param refreshToken guests have none
 * @param expiresIn seconds until the access token ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenResponse(
        String accessToken, @Nullable String refreshToken, String tokenType, long expiresIn, UUID userId) {

    @Override
    public String toString() {
        return "TokenResponse[userId=%s]".formatted(userId);
    }
}
