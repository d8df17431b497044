package com.ecom.search;

import com.ecom.test.HttpContract;

class HttpContractIT extends HttpContract {

    HttpContractIT() {
        super("search-service");
    }
}
