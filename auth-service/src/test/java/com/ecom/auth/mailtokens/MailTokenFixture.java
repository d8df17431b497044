package com.ecom.auth.mailtokens;

import com.ecom.auth.mailtokens.MailToken.Purpose;
import com.ecom.test.MailKeys;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Mailed tokens for tests of other rooms. */
public record MailTokenFixture(BeanFactory beans) {

    public String issue(UUID account, Purpose purpose) {
        return MailKeys.open(beans.getBean(MailTokens.class).issue(account, purpose));
    }
}
