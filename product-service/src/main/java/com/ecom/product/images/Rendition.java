package com.ecom.product.images;

import com.ecom.product.model.Image;
import io.trbl.blurhash.BlurHash;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.makers.FixedSizeThumbnailMaker;
import net.coobird.thumbnailator.resizers.DefaultResizerFactory;

/**
 * A picture, written anew without what cameras and people put into files.
 *
 * @param files by name, in each of the widths, and once as large as it was read
 */
record Rendition(Image image, Map<String, byte[]> files) {

    /** As large as it was read: other widths can be made of it. */
    static final String ORIGINAL = "original.jpg";

    private static final float FINE = 0.92f;
    private static final float GOOD = 0.82f;
    private static final int SMALL = 640;
    private static final int MINIATURE = 32;

    static Rendition of(BufferedImage picture) {
        var files = new LinkedHashMap<String, byte[]>();
        var original = jpeg(picture, FINE);
        files.put(ORIGINAL, original);
        var smaller = picture;
        for (var width : Image.WIDTHS.reversed()) {
            smaller = scaled(smaller, width);
            files.put(width + ".jpg", smaller.getWidth() == picture.getWidth() ? original : jpeg(smaller, GOOD));
        }
        var blurHash = BlurHash.encode(scaled(smaller, MINIATURE));
        return new Rendition(new Image(hashOf(original), picture.getWidth(), picture.getHeight(), blurHash), files);
    }

    private static BufferedImage scaled(BufferedImage picture, int width) {
        if (picture.getWidth() <= width) {
            return picture;
        }
        var height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
        return new FixedSizeThumbnailMaker(width, height, false, true)
                .resizerFactory(DefaultResizerFactory.getInstance())
                .imageType(BufferedImage.TYPE_3BYTE_BGR)
                .make(picture);
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            if (picture.getWidth() > SMALL) {
                // One that takes long to come is seen early, and takes longer to write.
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String hashOf(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
