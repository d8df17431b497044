package com.ecom.product.images;

import com.ecom.product.model.ImageRefusal.TooManyPixels;
import com.ecom.product.model.ImageRefusal.Unreadable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Reads pictures of strangers. How large one is, its header says before any of it is decoded; of a large one every
 * second pixel is read, or every third and so on, so that what is in memory stays below a limit. What is transparent
 * becomes white, and whatever else was in the file is left behind.
 */
@Component
class ReadImage {

    private static final int LONGEST = 12_000;
    private static final int MEGA = 1_000_000;
    private static final int MOST_READ = 6 * MEGA;

    /** @throws Unreadable also if the file ends too early, where others show what there is */
    BufferedImage handle(byte[] file, ImageKind kind) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var reader = ImageReaders.of(kind);
            try {
                reader.setInput(input, true, true);
                var image = read(reader, kind);
                var plain = onWhite(image);
                return kind == ImageKind.JPEG ? Orientation.upright(plain, file) : plain;
            } finally {
                reader.dispose();
            }
        } catch (TooManyPixels | Unreadable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders meet what no author thought of with any exception.
            throw new Unreadable(e);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageKind kind) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var pixels = (long) width * height;
        if (width > LONGEST || height > LONGEST || pixels > (long) kind.mostMegapixels * MEGA) {
            throw new TooManyPixels(LONGEST, kind.mostMegapixels);
        }
        var isDamaged = new AtomicBoolean();
        reader.addIIOReadWarningListener((_, warning) -> {
            if (warning.contains("Truncated") || warning.contains("premature end")) {
                isDamaged.set(true);
            }
        });
        var asked = reader.getDefaultReadParam();
        var step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_READ));
        if (step > 1 && kind != ImageKind.WEBP) {
            asked.setSourceSubsampling(step, step, 0, 0);
        }
        var image = reader.read(0, asked);
        if (isDamaged.get()) {
            throw new Unreadable();
        }
        return image;
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getColorModel().getColorSpace().isCS_sRGB()) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var canvas = plain.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return plain;
    }
}
