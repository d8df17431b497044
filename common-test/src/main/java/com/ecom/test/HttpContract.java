package com.ecom.test;

import static com.ecom.test.OperationRequests.assertProblem;
import static com.ecom.test.OperationRequests.at;
import static com.ecom.test.OperationRequests.mostBytes;
import static com.ecom.test.OperationRequests.nameOf;
import static com.ecom.test.OperationRequests.textsAskedBy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ecom.core.security.AccessPolicy;
import com.ecom.core.security.AccessPolicy.Operation;
import com.ecom.core.security.AccessPolicy.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every operation of every service: who gets in, what bad requests hear, and that the API is as written. */
@ServiceTest
public abstract class HttpContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<HttpMethod> BODY = Set.of(HttpMethod.POST, HttpMethod.PUT);

    private final String service;
    private final List<Operation> operations;

    @Autowired
    private Shop shop;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Environment environment;

    protected HttpContract(String service) {
        this.service = service;
        this.operations = AccessPolicy.load().of(service);
    }

    private OperationRequests requests() {
        return new OperationRequests(shop);
    }

    @Test
    void everyOperationHasARowInThePolicyAndEveryRowAnOperation() {
        var mapped = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getName().startsWith("com.ecom."))
                .flatMap(it -> it.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                it.getKey().getPatternValues().stream().map(path -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
        var allowed = operations.stream()
                .map(it -> it.method() + " " + it.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mapped).isEqualTo(allowed);
    }

    @Test
    void theApiIsAsWritten() {
        OpenApiDocument.of(service).mustEqual(document());
    }

    @Test
    void theApiSaysWhatEveryOperationDoesAndWhoMayCallIt() {
        var handlers = requestMappingHandlerMapping.getHandlerMethods().values();
        assertThat(SchemaNames.ofSeveralThings(handlers)).isEmpty();
        OpenApiDocument.mustDescribe(operations, service, document());
    }

    /** A CDN would tell everybody what one was answered. */
    @Test
    void onlyWhatNeedsNoTokenIsSharedByAll() {
        var shared = Binder.get(environment)
                .bind("ecom.http.shared", Bindable.listOf(String.class))
                .orElse(List.of());

        assertThat(operations.stream()
                        .filter(it -> it.isPublic() && it.method().equals(HttpMethod.GET))
                        .map(Operation::path))
                .containsAll(shared);
    }

    private String document() {
        return new String(
                shop.anonymously()
                        .get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(byte[].class)
                        .getResponseBodyContent(),
                UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoeverHasNoToken() {
        return operations.stream()
                .filter(it -> !it.isPublic())
                .map(it -> DynamicTest.dynamicTest(nameOf(it), () -> {
                    var answer = requests().send(shop.anonymously(), it, "{}");
                    assertThat(answer.getStatus().value()).isEqualTo(401);
                    assertThat(answer.getResponseHeaders().getFirst("WWW-Authenticate"))
                            .startsWith("Bearer");
                    assertProblem(answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoeverHasTheWrongRole() {
        return operations.stream()
                .filter(it -> !it.isPublic())
                .flatMap(operation -> Arrays.stream(Role.values())
                        .filter(role -> !operation.allow().contains(role))
                        .map(role -> DynamicTest.dynamicTest(nameOf(operation) + " as " + role, () -> {
                            var answer = requests().send(shop.as(TestIssuer.bearer(role)), operation, "{}");
                            assertThat(answer.getStatus().value()).isEqualTo(403);
                            assertProblem(answer);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> refusesBodiesThatAreNotJson() {
        return withBody()
                .map(it -> DynamicTest.dynamicTest(nameOf(it), () -> {
                    var answer = requests().send(requests().anAllowedCaller(it), it, "{\"unfinished\": ");
                    assertThat(answer.getStatus().is4xxClientError()).isTrue();
                    assertProblem(answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesBodiesThatAreTooLarge() {
        return withBody()
                .map(it -> DynamicTest.dynamicTest(nameOf(it), () -> {
                    var large = "{\"a\":\"" + "x".repeat(mostBytes(it, requestMappingHandlerMapping)) + "\"}";
                    var answer = requests().send(requests().anAllowedCaller(it), it, large);
                    assertThat(answer.getStatus().value()).isEqualTo(413);
                    assertProblem(answer);
                }));
    }

    @Test
    void knowsNoOtherRoute() {
        var unknown = new Operation(HttpMethod.GET, "/api/" + UUID.randomUUID(), Set.of(), false, false, false);
        for (var caller : List.of(shop.anonymously(), shop.as(TestIssuer.bearer(Role.ADMIN)))) {
            var answer = requests().send(caller, unknown, "");
            assertThat(answer.getStatus().value()).isEqualTo(404);
            assertProblem(answer);
        }
    }

    @TestFactory
    Stream<DynamicTest> namesTheMethodsThatARouteTakes() {
        return operations.stream()
                .map(Operation::path)
                .distinct()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var answer = requests()
                            .send(
                                    shop.anonymously(),
                                    new Operation(HttpMethod.PATCH, path, Set.of(), false, false, false),
                                    "{}");
                    assertThat(answer.getStatus().value()).isEqualTo(405);
                    assertThat(answer.getResponseHeaders().getAllow()).isNotEmpty();
                    assertProblem(answer);
                }));
    }

    @Test
    void believesNoTokenOfAnotherIssuer() {
        var operation = operations.stream().filter(it -> !it.isPublic()).findFirst();
        assumeTrue(operation.isPresent(), "every operation is public");
        var forged = TestIssuer.token(it -> it.issuer("https://elsewhere.example"));
        var answer = requests().send(shop.withToken(forged), operation.orElseThrow(), "{}");
        assertThat(answer.getStatus().value()).isEqualTo(401);
        assertProblem(answer);
    }

    /** Every text that a path or a query takes, one by one; cursors also with such text inside. */
    @TestFactory
    Stream<DynamicTest> failsOnNoTextThatSomebodyAsksFor() {
        var document = JSON.readTree(document());
        return operations.stream()
                .flatMap(operation -> textsAskedBy(operation, document)
                        .map(parameter -> DynamicTest.dynamicTest(
                                nameOf(operation) + " " + parameter.path("name").asString(),
                                () -> requests().failOnNoTextOf(parameter, operation))));
    }

    @TestFactory
    Stream<DynamicTest> refusesQueriesThatAreNotText() {
        var document = JSON.readTree(document());
        return operations.stream()
                .flatMap(operation -> textsAskedBy(operation, document)
                        .filter(it -> it.path("in").asString().equals("query"))
                        .limit(1)
                        .map(parameter -> DynamicTest.dynamicTest(nameOf(operation), () -> {
                            var answer = requests()
                                    .send(
                                            requests().anAllowedCaller(operation),
                                            at(
                                                    operation,
                                                    operation.path() + "?"
                                                            + parameter
                                                                    .path("name")
                                                                    .asString() + "=%ff"),
                                            "{}");
                            assertThat(answer.getStatus().value()).isEqualTo(400);
                            assertProblem(answer);
                        })));
    }

    private Stream<Operation> withBody() {
        return operations.stream().filter(it -> BODY.contains(it.method()));
    }
}
