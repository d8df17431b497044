package com.ecom.product.images;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.MediaType;

/** What can be uploaded. What a file is, its first bytes say, and not whoever sends it. */
enum ImageKind {
    JPEG("image/jpeg", 40),
    PNG("image/png", 40),
    GIF("image/gif", 40),
    /** It is decoded as a whole, with tables for each block. */
    WEBP("image/webp", 8);

    private static final int LONGEST_MAGIC = 12;

    private final String type;

    /** So that a small file cannot fill the memory. */
    final int mostMegapixels;

    ImageKind(String type, int mostMegapixels) {
        this.type = type;
        this.mostMegapixels = mostMegapixels;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    static Optional<ImageKind> of(byte[] file) {
        var head = HexFormat.of().formatHex(Arrays.copyOf(file, LONGEST_MAGIC));
        return Arrays.stream(values()).filter(it -> it.begins(head)).findFirst();
    }

    private boolean begins(String head) {
        return switch (this) {
            case JPEG -> head.startsWith("ffd8ff");
            case PNG -> head.startsWith("89504e470d0a1a0a");
            case GIF -> head.startsWith(hex("GIF87a")) || head.startsWith(hex("GIF89a"));
            case WEBP -> head.startsWith(hex("RIFF")) && head.endsWith(hex("WEBP"));
        };
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(US_ASCII));
    }
}
