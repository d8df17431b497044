package com.ecom.inventory;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {

    HttpContractIT() {
        super("inventory-service");
    }
}
