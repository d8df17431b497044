package com.ecom.cart;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {
    HttpContractIT() {
        super("cart-service");
    }
}
