package com.ecom.search;

import com.ecom.test.OperatingContract;

class OperatingContractIT extends OperatingContract {}
