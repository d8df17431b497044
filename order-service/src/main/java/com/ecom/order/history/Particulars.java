package com.ecom.order.history;

import org.jspecify.annotations.Nullable;

/** What was said at the checkout besides where the parcel goes. */
record Particulars(
        @Nullable KeptAddress billingAddress,
        @Nullable String phone,
        @Nullable String taxId,
        @Nullable String note,
        @Nullable String giftMessage) {

    static final Particulars NONE = new Particulars(null, null, null, null, null);
}
