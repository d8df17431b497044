package com.ecom.user;

import com.ecom.core.inbox.Subscription;
import com.ecom.user.RunPrivacyRequests.Answer;
import com.ecom.user.RunPrivacyRequests.Copy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears what the others answer. */
@Configuration(proxyBeanMethods = false)
class PrivacyReceipts {

    @Bean
    static Subscription privacyAnswers(RunPrivacyRequests requests) {
        var all = Subscription.to("privacy.receipts");
        for (var service : PrivacyRequest.ASKED) {
            var room = service.replace("-service", "");
            all = all.on(
                            room + ".personal-data-exported.v1",
                            Copy.class,
                            it -> requests.exported(it.requestId(), service, it))
                    .on(
                            room + ".personal-data-erased.v1",
                            Answer.class,
                            it -> requests.erased(it.requestId(), service, it));
        }
        return all;
    }
}
