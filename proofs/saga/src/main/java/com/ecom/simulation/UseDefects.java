package com.ecom.simulation;

import com.ecom.order.model.Order;
import com.ecom.order.model.OrderState.Cancelling;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.order.model.OrderState.PendingPayment;
import com.ecom.simulation.Coupons.Use;
import java.util.List;

/** What shops do wrong with codes that only so many may use. */
final class UseDefects {

    static final List<Defect> ALL = List.of(
            new Defect("USES_ARE_READ_THEN_WRITTEN", new Rules() {
                @Override
                boolean writesWhatItRead(Class<?> row) {
                    return row != Coupons.class;
                }
            }),
            new Defect("USES_ARE_TAKEN_WITHOUT_LOOKING", new Rules() {
                @Override
                boolean usesLeft(int used, int most) {
                    return true;
                }
            }),
            new Defect("ONE_USE_MORE_THAN_THERE_ARE", new Rules() {
                @Override
                boolean usesLeft(int used, int most) {
                    return used <= most;
                }
            }),
            new Defect("USES_ARE_COUNTED_WHEN_THE_ORDER_IS_SOLD", new Rules() {
                @Override
                boolean reservesUses() {
                    return false;
                }

                @Override
                boolean usesLeft(int used, int most) {
                    return true;
                }
            }),
            new Defect("USES_ARE_NEVER_GIVEN_BACK", new Rules() {
                @Override
                Use use(Use before, Order order) {
                    return order.state() instanceof Confirmed ? Use.COMMITTED : before;
                }
            }),
            new Defect("USES_ARE_NEVER_COMMITTED", new Rules() {
                @Override
                Use use(Use before, Order order) {
                    return order.state() instanceof Confirmed ? before : super.use(before, order);
                }
            }),
            new Defect("USES_ARE_COMMITTED_WITH_THE_AUTHORIZATION", new Rules() {
                @Override
                Use use(Use before, Order order) {
                    return before == Use.RESERVED && order.state() instanceof PendingPayment
                            ? Use.COMMITTED
                            : super.use(before, order);
                }
            }),
            new Defect("USES_ARE_GIVEN_BACK_BEFORE_THE_ORDER_IS_CANCELLED", new Rules() {
                @Override
                Use use(Use before, Order order) {
                    return order.state() instanceof Cancelling ? Use.RELEASED : super.use(before, order);
                }
            }),
            new Defect("USES_ARE_GIVEN_BACK_WITH_THE_MONEY", new Rules() {
                @Override
                Use use(Use before, Order order) {
                    return order.refunded().amount() > 0 ? Use.RELEASED : super.use(before, order);
                }
            }),
            new Defect("USES_ARE_GIVEN_BACK_WHENEVER_IT_IS_SAID_THAT_THE_ORDER_IS_CANCELLED", new Rules() {
                @Override
                boolean givesBack(Use before, Use now) {
                    return now == Use.RELEASED;
                }
            }),
            new Defect("THE_COUNTER_FORGETS_WHAT_IS_GIVEN_BACK", new Rules() {
                @Override
                boolean givesBack(Use before, Use now) {
                    return false;
                }
            }));

    private UseDefects() {}
}
