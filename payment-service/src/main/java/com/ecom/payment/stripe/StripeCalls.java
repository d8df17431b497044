package com.ecom.payment.stripe;

import com.ecom.payment.model.ProviderFailure.Misconfigured;
import com.ecom.payment.model.ProviderFailure.Refused;
import com.ecom.payment.model.ProviderFailure.Unavailable;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import java.util.function.Function;

/** Makes calls with Stripe's library and says in our words why one has no answer. */
final class StripeCalls {

    private static final int CONFLICT = 409;
    private static final int FIRST_OF_THEIRS = 500;

    private StripeCalls() {}

    interface Question<T> {
        T ask() throws StripeException;
    }

    /** Whatever is not an answer is a {@link com.ecom.payment.model.ProviderFailure}. */
    static <T> T ask(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (StripeException e) {
            throw failureOf(what, e);
        }
    }

    /**
     * The same where a refusal may be an answer too: the card was declined, or the payment is not where it would have to be.
     *
     * @param refused what to answer then; may throw what it cannot explain
     */
    static <T> T ask(String what, Question<T> question, Function<StripeException, T> refused) {
        try {
            return question.ask();
        } catch (RateLimitException | IdempotencyException e) {
            throw failureOf(what, e);
        } catch (CardException | InvalidRequestException e) {
            if (e.getStatusCode() != null && e.getStatusCode() == CONFLICT) {
                throw failureOf(what, e);
            }
            return refused.apply(e);
        } catch (StripeException e) {
            throw failureOf(what, e);
        }
    }

    static RuntimeException failureOf(String what, StripeException e) {
        var status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        var isTheirs = status == 0 || status >= FIRST_OF_THEIRS;
        if (isTheirs || status == CONFLICT || e instanceof ApiConnectionException || e instanceof RateLimitException) {
            return new Unavailable(what, e);
        }
        return e instanceof AuthenticationException || e instanceof PermissionException
                ? new Misconfigured(what, e)
                : new Refused(what, e);
    }
}
