package com.ecom.order;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {
    HttpContractIT() {
        super("order-service");
    }
}
