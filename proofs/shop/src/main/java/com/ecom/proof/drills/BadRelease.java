package com.ecom.proof.drills;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.proof.door.Balancer;
import com.ecom.shop.Await;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A gateway that takes over from another one, is ready by its own account, and does not know where order-service is. */
record BadRelease(Balancer balancer, Plan plan) implements Rehearsal {

    private static final String OLD = Names.GATEWAY;
    private static final String NEW = Names.secondOf(OLD);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Where nobody listens: a setting with a slip of the pen. */
    private static final Map<String, String> SLIP = Map.of("ECOM_SERVICES_ORDERSERVICE_URL", "http://127.0.0.1:1");

    static BadRelease in(Plan usual) throws IOException {
        var plan = usual.withSecond(OLD).withEnvironment(Map.of(NEW, SLIP));
        return new BadRelease(Balancer.before(OLD, plan.ports()), plan);
    }

    @Override
    public Optional<URI> door(LocalShop shop) {
        Await.until("the gateway", A_MINUTE, () -> balancer.trusts(OLD), it -> it);
        return Optional.of(balancer.address());
    }

    @Override
    public Drill drill(Scene scene) {
        return Faults.drill(
                "A new gateway has a wrong address of order-service",
                "CheckoutBudgetBurning",
                "order-service",
                "orders-page",
                () -> replace(scene, OLD, NEW),
                () -> {
                    replace(scene, NEW, OLD);
                    scene.findings().saw("the gateway of before was started, and the new one stopped");
                });
    }

    /** As a release does it: the next one takes over once it is ready. */
    private void replace(Scene scene, String one, String other) throws IOException {
        scene.shop().start(other);
        Await.until(other, A_MINUTE, () -> balancer.trusts(other), it -> it);
        scene.monitoring().scrapeInstead(OLD, other);
        scene.shop().stop(one);
    }

    @Override
    public void close() throws IOException {
        balancer.close();
    }
}
