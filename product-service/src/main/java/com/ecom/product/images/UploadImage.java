package com.ecom.product.images;

import com.ecom.product.model.Image;
import com.ecom.product.model.ImageRefusal.Busy;
import com.ecom.product.model.ImageRefusal.Contradicted;
import com.ecom.product.model.ImageRefusal.NoImage;
import com.ecom.product.model.ImageStore;
import com.ecom.product.model.Images;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Keeps a picture. The same one again is kept once, and mends what its store may have lost. */
@Component
@RequiredArgsConstructor
class UploadImage {

    private final ReadImage readImage;
    private final Images images;
    private final ImageStore store;
    private final Clock clock;

    Image handle(byte[] file, MediaType declared) {
        var kind = ImageKind.of(file).orElseThrow(NoImage::new);
        if (!kind.type().equalsTypeAndSubtype(declared)) {
            throw new Contradicted(declared.toString(), kind.type().toString());
        }
        var rendition = Rendition.of(readImage.handle(file, kind));
        var image = rendition.image();
        if (!images.begin(image, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            throw new Busy();
        }
        rendition.files().forEach((name, content) -> store.put(image.id(), name, content));
        images.stored(image.id());
        return image;
    }
}
