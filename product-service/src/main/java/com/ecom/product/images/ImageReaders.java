package com.ecom.product.images;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The decoder for each kind. Files of the JDK's own cache are not used: the file is in memory anyway. */
final class ImageReaders {

    /** Also reads the CMYK of print shops, and knows the JDK's own reader by being registered. */
    private static final ImageReaderSpi JPEG = registered(new JPEGImageReaderSpi());

    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

    static {
        ImageIO.setUseCache(false);
    }

    private ImageReaders() {}

    static ImageReader of(ImageKind kind) throws IOException {
        return switch (kind) {
            case JPEG -> JPEG.createReaderInstance();
            case WEBP -> WEBP.createReaderInstance();
            case PNG, GIF -> ImageIO.getImageReadersByFormatName(kind.name()).next();
        };
    }

    private static ImageReaderSpi registered(ImageReaderSpi spi) {
        var registry = IIORegistry.getDefaultInstance();
        var known = registry.getServiceProviderByClass(spi.getClass());
        if (known != null) {
            return known;
        }
        registry.registerServiceProvider(spi);
        return spi;
    }
}
