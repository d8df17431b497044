package com.ecom.proof.security;

import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient.Answer;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.requests.Hostile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What any answer has to be, whatever was asked: as documented, never a failure of ours, never a look inside, never a
 * yes to what is certainly wrong, and HTTP as RFC 9110 has it.
 */
final class Judge {

    /** What any operation may answer, whether its document lists it or not; each as a problem. */
    private static final Set<Integer> REFUSALS =
            Set.of(400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 422, 423, 428, 429, 431);

    private static final int URI_TOO_LONG = 414;

    private static final List<String> LOOKS_INSIDE = List.of(
            "\tat ",
            "java.lang.",
            "com.ecom.",
            "org.springframework.",
            "SQLException",
            "Exception:",
            "jdbc:",
            "select * from");

    private static final List<String> UNREADABLE = List.of("%2F", "%5C", "%00", "%ED%A0%80");

    private final Apis apis;
    private final Set<String> codes = ExplainedCodes.read();
    private final LongAdder requests = new LongAdder();
    private final LongAdder good = new LongAdder();
    private final LongAdder wrong = new LongAdder();

    Judge(Apis apis) {
        this.apis = apis;
    }

    /** How many requests it has heard of, how many of them were answered well, and how many should not have been. */
    Map<String, Object> figures(String kind) {
        return Map.of(
                kind,
                requests.sum(),
                kind + ", with a good answer",
                good.sum(),
                kind + ", certainly wrong",
                wrong.sum());
    }

    /** @param flaw what makes it no request that may succeed; empty if nothing does for sure */
    void judge(Described it, Request request, String flaw, Answer answer, Consumer<String> violated) {
        requests.increment();
        if (!flaw.isEmpty()) {
            wrong.increment();
        }
        var status = answer.status();
        var about = "%s at port %d (%s)".formatted(it, request.address().getPort(), flaw);
        if (!answer.isGood()) {
            LOOKS_INSIDE.stream()
                    .filter(answer.body()::contains)
                    .forEach(sign -> violated.accept("%s lets people look inside: %s".formatted(about, sign.strip())));
        }
        if (answer.isGood()) {
            good.increment();
            accepted(it, request, flaw, answer, about, violated);
        } else if (status == 503 && !flaw.isEmpty()) {
            violated.accept("%s asks to try again what can never succeed: %s".formatted(about, shortened(request)));
        } else if (status == 503) {
            if (!answer.isProblem() || answer.header("Retry-After").isEmpty()) {
                violated.accept("%s is not available and does not say until when".formatted(about));
            }
        } else if (!REFUSALS.contains(status) && !it.documents(status)) {
            violated.accept("%s answered %d %s to %s".formatted(about, status, answer.gist(), shortened(request)));
        } else if (!answer.isProblem() && !isUnreadable(request.address(), status)) {
            violated.accept("%s refused with %d, but not as a problem".formatted(about, status));
        }
        if (answer.isProblem()) {
            asProblemsAre(it, answer, about, violated);
        }
        asHttpHasIt(request, answer, about, violated);
    }

    private void accepted(
            Described it, Request request, String flaw, Answer answer, String about, Consumer<String> violated) {
        if (!it.documents(answer.status())) {
            violated.accept("%s answered %d, which its document does not list".formatted(about, answer.status()));
        }
        if (!flaw.isEmpty()) {
            violated.accept("%s accepted: %s".formatted(about, shortened(request)));
        }
        for (var mismatch : apis.mismatches(it, answer.status(), answer.body())) {
            violated.accept("%s answered what is not documented: %s".formatted(about, mismatch));
        }
        var location = answer.header("Location");
        if (!location.isEmpty()
                && !apis.knowsPath(
                        it.service(), request.address().resolve(location).getPath())) {
            violated.accept("%s leads to %s, where nothing is".formatted(about, location));
        }
    }

    private void asProblemsAre(Described it, Answer answer, String about, Consumer<String> violated) {
        for (var mismatch : apis.mismatchesOfProblem(it, answer.body())) {
            violated.accept("%s refused, but not as documented: %s".formatted(about, mismatch));
        }
        var code = answer.json().path("code").asString("");
        if (!codes.contains(code)) {
            violated.accept("%s refused with %s, which docs/problems.md does not explain".formatted(about, code));
        }
    }

    private static void asHttpHasIt(Request request, Answer answer, String about, Consumer<String> violated) {
        var status = answer.status();
        if (status == 401 && answer.header("WWW-Authenticate").isEmpty()) {
            violated.accept("%s answered 401 and does not say how to sign in".formatted(about));
        }
        if (status == 405 && answer.header("Allow").isEmpty()) {
            violated.accept("%s answered 405 and does not say what is allowed".formatted(about));
        }
        if (status == 201
                && !request.method().equals("POST")
                && !request.method().equals("PUT")) {
            violated.accept("%s created something by %s".formatted(about, request.method()));
        }
        if ((status == 204 || status == 205) && !answer.body().isEmpty()) {
            violated.accept("%s answered %d and yet something".formatted(about, status));
        }
        if (answer.header("Content-Type").contains("html") && answer.body().contains(Hostile.SCRIPT)) {
            violated.accept("%s answers a page with a stranger's script in it".formatted(about));
        }
        if (!answer.body().isEmpty() && answer.header("Content-Type").isEmpty()) {
            violated.accept("%s answers what a browser has to guess".formatted(about));
        }
        if (!answer.header("Set-Cookie").isEmpty()) {
            violated.accept("%s sets a cookie, and nothing here uses any".formatted(about));
        }
    }

    /** Servers refuse such paths, and longer ones than they read, before any service sees them, in their own words. */
    private static boolean isUnreadable(URI address, int status) {
        return status == URI_TOO_LONG || UNREADABLE.stream().anyMatch(address.getRawPath()::contains);
    }

    /** So that a report can be read whatever is in it. */
    static String printable(String text) {
        var plain = text.replaceAll("[^ -~]", "?");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }

    private static String shortened(Request request) {
        var text = request.address().getRawPath() + "?" + request.address().getRawQuery() + " " + request.body();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
