package com.ecom.product.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as people send them, and as nobody should. */
public final class PictureFiles {

    /** What cameras write about a place. */
    static final String PLACE = "Taken at home, 48.137 N 11.575 E";

    private static final String WEBP =
            "UklGRn4BAABXRUJQVlA4IHIBAADwCgCdASo8ACgAPoU4lkelI6IhNVv4AKAQiWgAyYWB2j4x/aeTb4Y8AOYA/QDeAfo7"
                    + "+wGWMegB5XfsU+TkTKO7NG4ALWeE4Xe8GYWwjcvN40QP5xYcWDP/B5BnOfiPLkAA/srLbMAj/cTlw1Gsc19Ucn7ckrf/P+/+HWEq"
                    + "/iuJqHZwh6FBF/dh2fpZdcrH6x9BMZrkK+pZeEmG40uut9JFF6sgp3VPLK5Va1m5BoxWK0UxzNJahvYQ4zWmqufH+Sx52MzjqdKu"
                    + "SCBrwG/h58p2eLlojfCE9HdqyP14WeVYQFPMzAQX5UUN9Z6ztMx9/KlrNz9XOyhwr1VdMC0efv6NccZEH3CEW4THIh+4P9uNYgTd"
                    + "4SWnLy11R5pwNYp8f8WATYwkKxQ7zKOS2ZV6stxGPkaRHR2QnuY5xTLx6IzdSrNMvDd2mC3AzmgliA5fdpgcYYBCtKNzq1CG8Zhn"
                    + "xkiyG3EHiqisr5uSdnPqvgmIAAAA";

    private PictureFiles() {}

    /** Blue with a sun at its left upper edge; another one for every seed. */
    static byte[] jpeg(int width, int height, int seed) {
        return file(drawn(width, height, BufferedImage.TYPE_INT_RGB, seed), "jpeg");
    }

    public static byte[] jpeg() {
        return jpeg(90, 60, new java.security.SecureRandom().nextInt());
    }

    static byte[] png(int width, int height) {
        return file(drawn(width, height, BufferedImage.TYPE_INT_RGB, 1), "png");
    }

    /** Nothing can be seen on it but what is behind. */
    static byte[] transparentPng() {
        return file(new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] gif() {
        return file(drawn(60, 40, BufferedImage.TYPE_INT_RGB, 1), "gif");
    }

    static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /** Nothing but a header that promises so much. */
    static byte[] pngOf(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(US_ASCII))
                .putInt(width)
                .putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    /** Turned by a quarter and signed with the place, as telephones do. */
    static byte[] withPlace(byte[] jpeg, int orientation) {
        var place = PLACE.getBytes(US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + place.length + 1)
                .put("MM".getBytes(US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                // ImageDescription, ASCII
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(place.length + 1)
                .putInt(38)
                // Orientation, SHORT
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
        return withSegment(jpeg, 0xe1, "Exif\0\0".getBytes(US_ASCII), tiff);
    }

    /** A picture in front of a page, and the page once more behind it. */
    static byte[] andHtml(byte[] jpeg) {
        var page = "<html><script>alert(document.domain)</script></html>".getBytes(US_ASCII);
        return joined(withSegment(jpeg, 0xfe, page), page);
    }

    /** Begins like a picture and is a script. */
    static byte[] gifAndScript() {
        return "GIF89a/*\0\0\0\0\0*/=1;alert(document.domain)//;".getBytes(ISO_8859_1);
    }

    static byte[] svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(US_ASCII);
    }

    static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(int width, int height, int type, int seed) {
        var image = new BufferedImage(width, height, type);
        var canvas = image.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(new Color(seed & 0x3f3fff));
        canvas.fillRect(width / 2, height / 2, width / 2, height / 2);
        canvas.setColor(Color.YELLOW);
        canvas.fillRect(0, 0, width / 3, height / 3);
        canvas.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[]... content) {
        var data = joined(content);
        var head = new byte[] {
            (byte) 0xff,
            (byte) 0xd8,
            (byte) 0xff,
            (byte) marker,
            (byte) ((data.length + 2) >> 8),
            (byte) (data.length + 2)
        };
        return joined(head, data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
