package com.ecom.user;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {

    HttpContractIT() {
        super("user-service");
    }
}
