package com.ecom.payment.persistence;

import static java.util.Objects.requireNonNull;

import com.ecom.payment.model.IntentState;
import com.ecom.payment.model.IntentState.ActionRequired;
import com.ecom.payment.model.IntentState.Authorized;
import com.ecom.payment.model.IntentState.Authorizing;
import com.ecom.payment.model.IntentState.CancelPending;
import com.ecom.payment.model.IntentState.CaptureFailed;
import com.ecom.payment.model.IntentState.Captured;
import com.ecom.payment.model.IntentState.Capturing;
import com.ecom.payment.model.IntentState.Failed;
import com.ecom.payment.model.IntentState.None;
import com.ecom.payment.model.IntentState.Voided;
import com.ecom.payment.model.IntentState.Voiding;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A state as columns. The names are what operators search for, so they are spelled out. */
record StateColumns(
        String state, @Nullable String reason, @Nullable String actionUrl) {

    static StateColumns of(IntentState it) {
        return switch (it) {
            case None _ -> plain("NONE");
            case Authorizing _ -> plain("AUTHORIZING");
            case ActionRequired(var url) -> new StateColumns("ACTION_REQUIRED", null, url);
            case CancelPending _ -> plain("CANCEL_PENDING");
            case Authorized _ -> plain("AUTHORIZED");
            case Capturing _ -> plain("CAPTURING");
            case Captured _ -> plain("CAPTURED");
            case CaptureFailed(var reason) -> new StateColumns("CAPTURE_FAILED", reason, null);
            case Voiding _ -> plain("VOIDING");
            case Voided _ -> plain("VOIDED");
            case Failed(var reason) -> new StateColumns("FAILED", reason, null);
        };
    }

    static StateColumns read(ResultSet row) throws SQLException {
        return new StateColumns(row.getString("state"), row.getString("reason"), row.getString("action_url"));
    }

    IntentState toState() {
        return switch (state) {
            case "NONE" -> new None();
            case "AUTHORIZING" -> new Authorizing();
            case "ACTION_REQUIRED" -> new ActionRequired(requireNonNull(actionUrl));
            case "CANCEL_PENDING" -> new CancelPending();
            case "AUTHORIZED" -> new Authorized();
            case "CAPTURING" -> new Capturing();
            case "CAPTURED" -> new Captured();
            case "CAPTURE_FAILED" -> new CaptureFailed(requireNonNull(reason));
            case "VOIDING" -> new Voiding();
            case "VOIDED" -> new Voided();
            case "FAILED" -> new Failed(requireNonNull(reason));
            default -> throw new IllegalStateException("A payment cannot be " + state);
        };
    }

    private static StateColumns plain(String state) {
        return new StateColumns(state, null, null);
    }
}
