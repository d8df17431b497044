package com.ecom.payment;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {
    HttpContractIT() {
        super("payment-service");
    }
}
