package com.ecom.local.provider;

/** The provider's moods as they are now. */
class Temper {

    private volatile Moods now = Moods.good();

    Moods now() {
        return now;
    }

    Moods become(Moods moods) {
        now = moods;
        return moods;
    }
}
