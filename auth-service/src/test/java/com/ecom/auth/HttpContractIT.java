package com.ecom.auth;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {

    HttpContractIT() {
        super("auth-service");
    }
}
