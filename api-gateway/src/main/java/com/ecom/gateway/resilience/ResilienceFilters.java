package com.ecom.gateway.resilience;

import com.ecom.gateway.policy.RoutedOperation;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;

/** The filters around calls of an operation, which has a circuit breaker of its own and shares its service's bulkhead. */
@FunctionalInterface
public interface ResilienceFilters {
    List<GatewayFilter> of(RoutedOperation operation);
}
