package com.ecom.product.images;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/** Cameras store what they see as it falls onto the sensor, and say in EXIF how it has to be turned. */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int HIGHEST = 8;

    private Orientation() {}

    static BufferedImage upright(BufferedImage image, byte[] jpeg) {
        var orientation = saidBy(jpeg);
        if (orientation <= UPRIGHT || orientation > HIGHEST) {
            return image;
        }
        return ExifFilterUtils.getFilterForOrientation(
                        net.coobird.thumbnailator.util.exif.Orientation.typeOf(orientation))
                .apply(image);
    }

    /** Upright if there is no EXIF, or none that can be read. */
    private static int saidBy(byte[] jpeg) {
        try (var file = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            var exif = JPEGSegmentUtil.readSegments(file, JPEG.APP1, "Exif");
            if (exif.isEmpty()) {
                return UPRIGHT;
            }
            var data = exif.getFirst().data();
            // After the name come two bytes of padding at most.
            data.skipNBytes(1);
            try (var tiff = new MemoryCacheImageInputStream(data)) {
                var directory = (CompoundDirectory) new TIFFReader().read(tiff);
                var entry = directory.getDirectory(0).getEntryById(TIFF.TAG_ORIENTATION);
                return entry != null && entry.getValue() instanceof Number it ? it.intValue() : UPRIGHT;
            }
        } catch (IOException | RuntimeException e) {
            return UPRIGHT;
        }
    }
}
