package com.ecom.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestOriginTests {

    @Test
    void allAddressesOfOneIpv6HouseholdAreOneNetwork() {
        assertThat(RequestOrigin.networkOf("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(RequestOrigin.networkOf("2001:db8:1:2::99"))
                .isNotEqualTo(RequestOrigin.networkOf("2001:db8:1:3::99"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheSameNetwork() {
        assertThat(RequestOrigin.networkOf("::ffff:198.18.0.1")).isEqualTo(RequestOrigin.networkOf("198.18.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "192.168.0.9", "172.16.0.1", "::1", "not an address", ""})
    void machinesOfOurOwnAreNoNetwork(String address) {
        assertThat(RequestOrigin.networkOf(address)).isNull();
    }

    @Test
    void whatAClientCallsItselfIsCutAndCleaned() {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", "Curl\r\n\u00e4" + "x".repeat(500));
        request.setRemoteAddr("198.18.0.1");

        assertThat(RequestOrigin.of(request).device()).startsWith("Curlxx").hasSize(200);
    }
}
