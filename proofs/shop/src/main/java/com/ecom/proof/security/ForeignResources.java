package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.AttackClient.Answer;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.KnownIds;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.proof.security.requests.RequestDraft;
import com.ecom.proof.security.requests.RequestInputs;
import com.ecom.shop.Shopper;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.springframework.http.HttpMethod;

/**
 * Every operation on what has an owner, asked by a stranger: what is somebody else's is answered word by word like what is
 * not there, lists show nothing of it whatever they are asked for, and afterwards the owner sees all as it was.
 */
final class ForeignResources {

    /** Names under which shops have believed clients who said whom they are. */
    private static final List<String> WHOSE =
            List.of("userId", "customerId", "ownerId", "owner", "accountId", "user", "sub", "guestId");

    /** What everybody may put into a cart or on a wishlist; whether somebody else has it there must not matter. */
    private static final Set<String> PUBLIC = Set.of("sku", "productId");

    private final Fixture fixture;
    private final AttackClient asking;
    private final Resources things;
    private final Apis apis;
    private final UUID stranger;
    private final LongAdder comparisons = new LongAdder();
    private final LongAdder lists = new LongAdder();

    ForeignResources(Fixture fixture, AttackClient asking, Resources things) {
        this.fixture = fixture;
        this.asking = asking;
        this.things = things;
        this.apis = new Apis(fixture.policy());
        var somebody = Shopper.signUp(fixture.anybody());
        fixture.issuer().remember(somebody);
        this.stranger = UUID.fromString(somebody.userId());
    }

    Outcome run() throws InterruptedException {
        var views = new OwnerViews(fixture, asking, apis, things);
        var before = views.all();
        var owned =
                apis.operations().stream().filter(it -> it.operation().owned()).toList();
        var violations = new ArrayList<>(AttackClient.forEach(owned, this::ask));
        var after = views.all();
        before.forEach((view, was) -> {
            if (!was.startsWith("200 ")) {
                violations.add("%s: the owner sees nothing that could be compared: %s".formatted(view, was));
            }
            if (!was.equals(after.get(view))) {
                violations.add("%s: what a stranger did changed %s to %s".formatted(view, was, after.get(view)));
            }
        });
        return new Outcome(
                violations,
                Map.of(
                        "foreign things compared with missing ones", comparisons.sum(),
                        "lists asked for somebody else's", lists.sum(),
                        "what owners see, compared before and after", before.size()));
    }

    private void ask(Described it, Consumer<String> violated) throws InterruptedException {
        var names = it.pathParameters().toList();
        if (names.isEmpty()) {
            if (it.operation().method().equals(HttpMethod.GET)) {
                list(it, violated);
            }
        } else if (!things.ids().keySet().containsAll(names)) {
            violated.accept("%s: nobody owns anything that it could be asked for".formatted(it));
        } else {
            for (var role : List.of(Role.CUSTOMER, Role.GUEST)) {
                if (it.operation().allow().contains(role)) {
                    thing(it, names.getLast(), role, violated);
                }
            }
        }
    }

    private void thing(Described it, String name, Role role, Consumer<String> violated) throws InterruptedException {
        // Everybody may put what is on sale into their own cart; there is nothing foreign about it.
        if (PUBLIC.contains(name) && it.operation().method().equals(HttpMethod.PUT)) {
            return;
        }
        for (var door : List.of(fixture.of(it.service()), fixture.gateway())) {
            var foreign = answerTo(it, door, role, things.ids());
            var none = new HashMap<>(things.ids());
            none.put(name, UUID.randomUUID().toString());
            var missing = answerTo(it, door, role, none);
            comparisons.increment();
            if (!foreign.equals(missing)) {
                violated.accept("%s as %s at port %d: somebody else's is answered %s, a missing one %s"
                        .formatted(it, role, door.getPort(), foreign, missing));
            } else if (foreign.startsWith("2") && !PUBLIC.contains(name)) {
                violated.accept("%s as %s at port %d: a stranger gets %s".formatted(it, role, door.getPort(), foreign));
            }
        }
    }

    /** Status, headers that say something, and body, without what is different each time. */
    private String answerTo(Described it, URI door, Role role, Map<String, String> ids) throws InterruptedException {
        // Both hear the same unless the answer depends on whose it is: same caller, same body, same everything but the
        // id.
        var pool = new KnownIds();
        var token = fixture.issuer().of(stranger, role);
        var draft = RequestInputs.complete(apis, pool, new Random(it.name().hashCode()))
                .good(it, door, token, true);
        for (var name : it.pathParameters().toList()) {
            draft = draft.with(new RequestDraft.Place(RequestDraft.Part.PATH, name), ids.getOrDefault(name, ""));
        }
        if (draft.headers().containsKey("If-Match")) {
            draft = draft.with(new RequestDraft.Place(RequestDraft.Part.HEADER, "If-Match"), "\"1\"");
        }
        var answer = asking.ask(draft.request());
        var headers = new LinkedHashMap<String, String>();
        for (var header : List.of("ETag", "Location", "Content-Type", "WWW-Authenticate", "Cache-Control")) {
            headers.put(header, answer.header(header));
        }
        return withoutIds(answer.status() + " " + headers + " " + OwnerViews.stable(answer), ids);
    }

    private static String withoutIds(String text, Map<String, String> ids) {
        var plain = text;
        for (var id : ids.values()) {
            plain = plain.replace(id, "ID");
        }
        return plain.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    private void list(Described it, Consumer<String> violated) throws InterruptedException {
        var headers =
                Map.of("Authorization", List.of("Bearer " + fixture.issuer().of(stranger, Role.CUSTOMER)));
        var path = it.operation().path();
        for (var door : List.of(fixture.of(it.service()), fixture.gateway())) {
            var own = asking.ask(Request.get(door.resolve(path), headers));
            for (var whose : WHOSE) {
                lists.increment();
                var asked = path + "?" + whose + "=" + things.owner();
                var answer = asking.ask(Request.get(door.resolve(asked), headers));
                noneOfIt(it, answer, violated);
                if (answer.isGood() && !OwnerViews.stable(answer).equals(OwnerViews.stable(own))) {
                    violated.accept("%s: %s made a difference".formatted(it, whose));
                }
            }
            noneOfIt(it, own, violated);
        }
    }

    private void noneOfIt(Described it, Answer answer, Consumer<String> violated) {
        things.ids().forEach((what, id) -> {
            if (!PUBLIC.contains(what) && answer.body().contains(id)) {
                violated.accept("%s shows a stranger the %s of somebody else".formatted(it, what));
            }
        });
    }
}
