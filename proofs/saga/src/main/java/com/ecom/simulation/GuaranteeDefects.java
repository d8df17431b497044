package com.ecom.simulation;

import com.ecom.inventory.model.Reservation;
import com.ecom.order.model.Order;
import com.ecom.payment.model.Intent;
import java.util.List;

/** What the code around the lifecycles guarantees, left out once each. */
final class GuaranteeDefects {

    static final List<Defect> ALL = List.of(
            new Defect("EVENTS_ARE_LOST_BETWEEN_DATABASE_AND_BROKER", new Rules() {
                @Override
                boolean saysWhatItDid() {
                    return false;
                }
            }),
            new Defect("MESSAGES_ARE_ACKNOWLEDGED_BEFORE_THEY_TAKE_EFFECT", new Rules() {
                @Override
                boolean acknowledgesAfterwards() {
                    return false;
                }
            }),
            new Defect("EVENTS_ARE_SENT_BEFORE_THE_COMMIT", new Rules() {
                @Override
                boolean saysOnlyWhatItDid() {
                    return false;
                }
            }),
            new Defect("ORDERS_ARE_CHANGED_WITHOUT_A_LOCK", new Rules() {
                @Override
                boolean writesWhatItRead(Class<?> row) {
                    return row != Order.class;
                }
            }),
            new Defect("RESERVATIONS_ARE_CHANGED_WITHOUT_A_LOCK", new Rules() {
                @Override
                boolean writesWhatItRead(Class<?> row) {
                    return row != Reservation.class;
                }
            }),
            new Defect("PAYMENTS_ARE_CHANGED_WITHOUT_A_LOCK", new Rules() {
                @Override
                boolean writesWhatItRead(Class<?> row) {
                    return row != Intent.class;
                }
            }),
            new Defect("STOCK_IS_READ_THEN_WRITTEN", new Rules() {
                @Override
                boolean writesWhatItRead(Class<?> row) {
                    return row != Integer.class;
                }
            }),
            new Defect("STOCK_IS_TAKEN_WITHOUT_LOOKING", new Rules() {
                @Override
                boolean enough(int available, int wanted) {
                    return true;
                }
            }),
            new Defect("STOCK_IS_ENOUGH_WHEN_ONE_IS_LEFT", new Rules() {
                @Override
                boolean enough(int available, int wanted) {
                    return available > 0;
                }
            }),
            new Defect("LINES_ARE_HELD_ONE_BY_ONE", new Rules() {
                @Override
                boolean takesAllLinesOrNone() {
                    return false;
                }
            }),
            new Defect("STOCK_MOVES_WITHOUT_A_LEDGER_ENTRY", new Rules() {
                @Override
                boolean booksEveryMovement() {
                    return false;
                }
            }),
            new Defect("THE_PROVIDER_IS_ASKED_BEFORE_THE_INTENT_IS_COMMITTED", new Rules() {
                @Override
                boolean commitsBeforeItCalls() {
                    return false;
                }
            }),
            new Defect("THE_PROVIDER_GETS_NO_IDEMPOTENCY_KEY", new Rules() {
                @Override
                boolean sendsIdempotencyKeys() {
                    return false;
                }
            }),
            new Defect("AN_UNANSWERED_CALL_IS_TAKEN_FOR_DONE", new Rules() {
                @Override
                boolean triesCallsAgain() {
                    return false;
                }
            }),
            new Defect("THE_SAME_MAIL_IS_SENT_AGAIN", new Rules() {
                @Override
                boolean mailsOnce() {
                    return false;
                }
            }));

    private GuaranteeDefects() {}
}
