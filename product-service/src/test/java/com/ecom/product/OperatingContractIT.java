package com.ecom.product;

import com.ecom.test.OperatingContract;

class OperatingContractIT extends OperatingContract {}
