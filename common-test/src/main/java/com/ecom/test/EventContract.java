package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.outbox.Event;
import com.ecom.core.privacy.PersonalData;
import com.ecom.core.privacy.PrivacyReceipt;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a service says and hears is what the catalogue, the schemas and their examples say. */
@ServiceTest
public abstract class EventContract {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String service;

    protected EventContract(String service) {
        this.service = service;
    }

    /** At least one event of every type that the service produces. */
    protected abstract List<? extends Event> produced();

    @Autowired
    private ObjectProvider<Subscription> subscriptions;

    @Autowired
    private ObjectProvider<PersonalData> personalData;

    /** What the service answers to those it keeps personal data of, it answers by the library's words. */
    private List<Event> everythingProduced() {
        var all = new ArrayList<Event>(produced());
        personalData.ifAvailable(_ -> {
            var id = UUID.randomUUID();
            var item = new PersonalData.Item("thing", Map.of("name", "Ada"));
            all.add(new PrivacyReceipt.Exported(service, id, id, 1, 1, List.of(item)));
            all.add(new PrivacyReceipt.Erased(service, id, id, 1, 1, 1, "the law wants it"));
        });
        return all;
    }

    private List<Subscription> consumed() {
        return subscriptions.stream().toList();
    }

    @Test
    void sendsExactlyWhatTheCatalogueSays() {
        assertThat(everythingProduced().stream().map(Event::type).collect(Collectors.toSet()))
                .isEqualTo(EventSchemas.sentBy(service));
    }

    @Test
    void whatIsSentKeepsItsContract() {
        everythingProduced().forEach(it -> EventSchemas.check(it.type(), JSON.writeValueAsString(it)));
    }

    @Test
    void readsExactlyWhatTheCatalogueSays() {
        assertThat(consumed().stream().flatMap(it -> it.types().stream()).collect(Collectors.toSet()))
                .isEqualTo(EventSchemas.readBy(service));
    }

    @Test
    void everyExampleOfWhatIsReadCanBeRead() {
        for (var subscription : consumed()) {
            for (var type : subscription.types()) {
                assertThat(EventSchemas.examplesOf(type)).as(type).isNotEmpty().allSatisfy(example -> {
                    EventSchemas.check(type, example);
                    assertThat(subscription.read(type, example, JSON)).hasNoNullFieldsOrProperties();
                });
            }
        }
    }
}
