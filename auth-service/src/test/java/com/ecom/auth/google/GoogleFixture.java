package com.ecom.auth.google;

import com.ecom.auth.accounts.Email;
import org.springframework.beans.factory.BeanFactory;

/** Google identities for tests of other rooms. */
public record GoogleFixture(BeanFactory beans) {

    public void link(String subject, String email) {
        beans.getBean(LinkIdentity.class)
                .handle(new GoogleIdentity("https://google.example", subject, new Email(email), true));
    }
}
