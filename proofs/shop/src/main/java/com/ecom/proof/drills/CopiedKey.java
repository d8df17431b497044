package com.ecom.proof.drills;

import com.ecom.local.stack.Plan;
import com.ecom.shop.Await;
import com.ecom.shop.Shopper;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Somebody has read auth-service's database and the key that seals it, and signs tokens of their own. */
record CopiedKey(String sealingKey, Plan plan) implements Rehearsal {

    private static final String AUTH = "auth-service";
    private static final String ORDERS = "order-service";
    private static final String KEYS = "/api/admin/signing-keys";
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;

    static CopiedKey in(Plan usual) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var sealingKey = Base64.getEncoder().encodeToString(bytes);
        return new CopiedKey(
                sealingKey, usual.withEnvironment(Map.of(AUTH, Map.of("ECOM_AUTH_KEYENCRYPTIONKEY", sealingKey))));
    }

    @Override
    public Drill drill(Scene scene) {
        var thief = new Thief(scene.door());
        return Faults.drill(
                "A copy of the key that signs access tokens is in foreign hands",
                "TokensRefused",
                "api-gateway",
                "platform-page",
                () -> steal(scene, thief),
                () -> {
                    remove(scene, thief);
                    thief.close();
                });
    }

    private void steal(Scene scene, Thief thief) throws Exception {
        thief.steal(scene.shop().mysql(), sealingKey, scene.token());
        scene.findings().check(opens(scene, thief.token()), "a forged token was believed");
        thief.goOn();
    }

    /** As docs/operations.md says it. */
    private static void remove(Scene scene, Thief thief) throws Exception {
        var shopper = Shopper.signUp(scene.door());
        var stolen = keyOf(thief.token());
        scene.asked(AUTH)
                .as(scene.token())
                .postOnce(
                        "%s/%s/removal".formatted(KEYS, stolen),
                        Map.of("reason", "a copy is in foreign hands"),
                        UUID.randomUUID().toString())
                .good();
        var begin = System.nanoTime();
        while (opens(scene, thief.token()) && System.nanoTime() - begin < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        var millis = (System.nanoTime() - begin) / 1_000_000;
        var findings = scene.findings();
        findings.check(
                millis <= PROMISED.toMillis(), "forged tokens were refused %d ms after the removal".formatted(millis));
        var answer = Await.orLastSeen(
                PROMISED, () -> shopper.shop().look("/api/orders").status(), it -> it == UNAUTHORIZED);
        findings.check(answer == UNAUTHORIZED, "tokens that the removed key signed for customers were refused");
        findings.check(!keyOf(scene.token()).equals(stolen), "signing in went on, with another key");
    }

    /** Something that only staff may read, asked of a service that believes what the key has signed. */
    private static boolean opens(Scene scene, String token) {
        return scene.asked(ORDERS).as(token).look("/ops/audit").status() != UNAUTHORIZED;
    }

    private static String keyOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
