package com.ecom.review;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {
    HttpContractIT() {
        super("review-service");
    }
}
