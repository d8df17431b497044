package com.ecom.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentsTests {

    private final AccessPolicy policy = AccessPolicy.load();
    private final ApiDocuments documents = new ApiDocuments(policy);

    @Test
    void everyOperationThatIsRoutedIsDocumentedAndNothingElseIsShown() {
        policy.operations()
                .forEach((service, operations) -> assertThat(operationsIn(service))
                        .as(service)
                        .isEqualTo(operations.stream()
                                .map(it -> it.method() + " " + it.path())
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void whatOperatorsDoIsNotForThePublic() {
        assertThat(documents.services())
                .allSatisfy(it -> assertThat(documents.of(it)).doesNotContain("\"/ops"));
    }

    @Test
    void saysWhoMayCallWhat() {
        var orders = document("order-service").path("paths");

        assertThat(orders.at("/~1api~1orders/post/security"))
                .hasToString("[{\"accessToken\":[\"CUSTOMER\",\"GUEST\"]}]");
        assertThat(orders.at("/~1api~1orders/post/description").asString())
                .matches("(?s)\\w[^.]+\\..+ For CUSTOMER, GUEST\\.");
        assertThat(document("product-service").at("/paths/~1api~1products/get/security"))
                .isEmpty();
    }

    @Test
    void saysWhatCannotBeDoneWhileTheIssuerIsAway() {
        var orders = document("order-service").path("paths");

        assertThat(orders.at("/~1api~1admin~1orders~1{orderId}~1refunds/post/responses/503/description")
                        .asString())
                .contains("AUTH_VALIDATION_UNAVAILABLE");
        assertThat(orders.at("/~1api~1orders/post/responses").has("503")).isFalse();
    }

    private Set<String> operationsIn(String service) {
        var found = new TreeSet<String>();
        document(service)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return found;
    }

    private JsonNode document(String service) {
        return JsonMapper.shared().readTree(documents.of(service));
    }
}
