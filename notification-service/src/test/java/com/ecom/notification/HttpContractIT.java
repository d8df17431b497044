package com.ecom.notification;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {
    HttpContractIT() {
        super("notification-service");
    }
}
