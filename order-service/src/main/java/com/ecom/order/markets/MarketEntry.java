package com.ecom.order.markets;

record MarketEntry(String market, int version, MarketRules rules) {}
