package com.ecom.core.text;

/**
 * What names a thing that is priced, counted and sold: up to 64 ASCII letters, digits, dots, underscores and hyphens, the
 * first of them a letter or digit. Two spellings are two SKUs, but the catalogue takes none that differs from another's only
 * in case. The same rule as {@code contracts/events/types.json}, for every door.
 */
public final class Sku {

    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private Sku() {}
}
