package com.ecom.load;

/** What a customer sends to buy something. */
final class Checkout {

    private Checkout() {}

    static String ofOne(String sku) {
        return """
                {"items":[{"sku":"%s","quantity":1}],"paymentMethod":"pm_card_ok",
                "shippingAddress":{"recipient":"Ada Example","line1":"1 Market Street","city":"Springfield",
                "region":"NY","postalCode":"12345","country":"US"}}
                """.formatted(sku);
    }
}
