package com.ecom.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ecom.gateway.settings.TrafficProperties;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class CallerAddressTests {

    @Test
    void isThePeerWhileNoProxyIsTrusted() {
        assertThat(of(List.of(), "198.18.0.1", "203.0.113.7")).isEqualTo("198.18.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7                     | 203.0.113.7",
                "1.2.3.4, 203.0.113.7            | 203.0.113.7",
                "1.2.3.4, 203.0.113.7, 10.1.1.1  | 203.0.113.7",
                "10.2.2.2, 10.1.1.1              | 10.2.2.2",
                "1.2.3.4, nonsense               | 10.0.0.9",
                "1.2.3.4, nonsense, 10.1.1.1     | 10.1.1.1",
                "2001:db8:1:2:3:4:5:6            | 20010db800010002",
                "2001:db8:1:2::1                 | 20010db800010002",
                "''                              | 10.0.0.9"
            })
    void isTheLastHopThatIsNoneOfOurs(String hops, String caller) {
        assertThat(of(List.of("10.0.0.0/8"), "10.0.0.9", hops)).isEqualTo(caller);
    }

    @Test
    void looksUpNoName() {
        assertThat(of(List.of("10.0.0.0/8"), "10.0.0.9", "localhost")).isEqualTo("10.0.0.9");
    }

    @Test
    void believesOnlyAProxyOfOursThatARequestCameEncrypted() {
        var headers = new HttpHeaders();
        headers.set("X-Forwarded-Proto", "https");
        var addresses = behind(List.of("10.0.0.0/8"));

        assertThat(addresses.isEncrypted(at("10.0.0.9"), headers)).isTrue();
        assertThat(addresses.isEncrypted(at("198.18.0.1"), headers)).isFalse();
        assertThat(addresses.isEncrypted(at("10.0.0.9"), new HttpHeaders())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "proxy.example", "10.0.0.0/-1", "10.0.0.0/x", "::/129", ""})
    void doesNotStartWithARangeThatIsNone(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(range));
    }

    private static String of(List<String> proxies, String peer, String hops) {
        var headers = new HttpHeaders();
        headers.set("X-Forwarded-For", hops);
        return behind(proxies).of(at(peer), headers);
    }

    private static CallerAddress behind(List<String> proxies) {
        return new CallerAddress(new TrafficProperties("standard", proxies, Map.of()));
    }

    private static InetSocketAddress at(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 1);
    }
}
