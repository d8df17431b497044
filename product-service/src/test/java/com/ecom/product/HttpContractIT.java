package com.ecom.product;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {

    HttpContractIT() {
        super("product-service");
    }
}
