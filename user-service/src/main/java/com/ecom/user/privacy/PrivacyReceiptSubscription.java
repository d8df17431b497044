package com.ecom.user.privacy;

import com.ecom.core.inbox.Subscription;
import com.ecom.user.model.PrivacyRequest;
import com.ecom.user.privacy.ProcessPrivacyRequests.Answer;
import com.ecom.user.privacy.ProcessPrivacyRequests.Copy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Consumes the other services' answers. */
@Configuration(proxyBeanMethods = false)
class PrivacyReceiptSubscription {

    @Bean
    static Subscription privacyAnswers(ProcessPrivacyRequests requests) {
        var all = Subscription.to("privacy.receipts");
        for (var service : PrivacyRequest.RESPONDENTS) {
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
