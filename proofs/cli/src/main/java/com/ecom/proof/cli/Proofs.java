package com.ecom.proof.cli;

import com.ecom.proof.Proof;
import com.ecom.proof.alerts.AlertsProof;
import com.ecom.proof.chaos.ChaosProof;
import com.ecom.proof.chaos.CouponProof;
import com.ecom.proof.chaos.OutageProof;
import com.ecom.proof.door.DoorProof;
import com.ecom.proof.once.OnceProof;
import com.ecom.proof.outbox.OutboxProof;
import com.ecom.proof.planted.PlantedProof;
import com.ecom.proof.rebuild.RebuildProof;
import com.ecom.proof.security.SecurityProof;
import com.ecom.proof.stock.StockProof;
import com.ecom.simulation.DefectsProof;
import com.ecom.simulation.SagaProof;
import java.util.List;

/** The proofs that there are. */
public final class Proofs {

    private Proofs() {}

    /** In the order in which they run: the quickest first. */
    public static List<Proof> all() {
        return List.of(
                new SagaProof(),
                new DefectsProof(),
                new PlantedProof(),
                new StockProof(),
                new OutboxProof(),
                new OnceProof(),
                new SecurityProof(),
                new DoorProof(),
                new CouponProof(),
                new ChaosProof(),
                new OutageProof(),
                new RebuildProof(),
                new AlertsProof());
    }
}
