package com.ecom.local.pictures;

import java.awt.Color;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The colours of a thing that is said to be black, of oak or of cast iron; something quiet where nothing is known. */
record Palette(Color main) {

    private static final String KNOWN = """
            black 3a3d42 white f2efe9 silver c4c9cf graphite 565b63 midnight 2d3a5c blue 3f6ea8 navy 33436b grey 8d949b
            rose d9a0a4 red c44d44 green 5a8f63 teal 3d8a8a orange e08a3c yellow e5bf4a cyan 3fb0c9 magenta c2468f
            brown 8a5f42 olive 7b7f4a beige d8c6a5 brass c8a352 copper bf7a4c walnut 7a5238 oak c69c6d pine d9b67e
            beech d6ae82 bamboo d3bb74 wood b98a5c leather 9c6b43 canvas c9b48c felt 8b8f96 aluminium b7bdc3
            titanium a5a9ad steel b7bdc3 carbon 8f959b damask a9b0b6 zinc a9b1b5 cast 44474b non-stick 3d3f43
            porcelain eceff1 stoneware b9a48c glass bcd7dc cotton e2d9c7 linen d4c7a9 velvet 5d4a7a wool cfc4b3
            merino a7a39b terracotta c7704b down 6e8fb5 synthetic d2694f dark 5b4030 medium 8a5f42 light b98a5c
            unbleached c9ab80 sencha 7fa05a matcha 8fb052 assam 8a4a32 darjeeling b0713f mint 7fb59a camomile e6c65b
            ginger d9a55a silicone 7fb0b5
            """;
    private static final Color[] OTHERS = {
        new Color(0x6d8fb3), new Color(0xc98b6b), new Color(0x7fa384), new Color(0xb08bb0), new Color(0xcfae62)
    };
    private static final Map<String, Color> COLOURS = colours();
    private static final float HALF = 0.5f;

    /** @param look such as {@code midnight blue}; its first word that is a colour or a material counts */
    static Palette of(String look) {
        for (var word : look.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (COLOURS.containsKey(word)) {
                return new Palette(COLOURS.get(word));
            }
        }
        return new Palette(OTHERS[Math.floorMod(look.hashCode(), OTHERS.length)]);
    }

    /** @param letter as in the drawings */
    Color of(char letter) {
        return switch (letter) {
            case 'a' -> main;
            case 'd' -> mixed(main, Color.BLACK, 0.28f);
            case 'l' -> mixed(main, Color.WHITE, 0.38f);
            case 'b' -> accent();
            case 'w' -> new Color(0xfbfaf7);
            case 'g' -> new Color(0x5f9a5f);
            case 'k' -> new Color(0x2f3238);
            default -> throw new IllegalArgumentException("There is no colour " + letter);
        };
    }

    Color ground() {
        return mixed(hue(0, 0.55f), Color.WHITE, 0.86f);
    }

    Color sun() {
        return mixed(hue(0.04f, 0.6f), Color.WHITE, 0.72f);
    }

    /** From across the colour wheel. */
    private Color accent() {
        return hue(HALF, 0.5f);
    }

    private Color hue(float turned, float saturation) {
        var hsb = Color.RGBtoHSB(main.getRed(), main.getGreen(), main.getBlue(), null);
        // What has no colour gets one from its brightness.
        var hue = hsb[1] < 0.12f ? 0.08f + hsb[2] * HALF : hsb[0];
        return Color.getHSBColor(hue + turned, saturation, 0.78f);
    }

    private static Color mixed(Color one, Color other, float share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, float share) {
        return Math.round(one + (other - one) * share);
    }

    private static Map<String, Color> colours() {
        var words = KNOWN.strip().split("\\s+", -1);
        var all = new HashMap<String, Color>();
        for (int i = 0; i < words.length; i += 2) {
            all.put(words[i], new Color(Integer.parseInt(words[i + 1], 16)));
        }
        return Map.copyOf(all);
    }
}
