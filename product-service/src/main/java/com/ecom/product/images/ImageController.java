package com.ecom.product.images;

import com.ecom.product.model.Image;
import com.ecom.product.model.ImageRefusal.NoSuchImage;
import com.ecom.product.model.ImageStore;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pictures for everybody. An address means the same picture for ever, so that whoever has it need not ask again. */
@RestController
@RequiredArgsConstructor
class ImageController {

    private static final Set<String> SHOWN =
            Image.WIDTHS.stream().map(it -> it + ".jpg").collect(Collectors.toUnmodifiableSet());
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ImageStore store;

    /** A picture in one of the widths 320, 640, 960 and 1440, such as {@code 640.jpg}; or as wide as it is if it is narrower. */
    @GetMapping(path = "/api/images/{imageId}/{file}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<ByteArrayResource> get(@PathVariable String imageId, @PathVariable String file) {
        if (!Image.isId(imageId) || !SHOWN.contains(file)) {
            throw new NoSuchImage();
        }
        var content = store.get(imageId, file).orElseThrow(NoSuchImage::new);
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .eTag("\"%s-%s\"".formatted(imageId, file))
                .contentType(MediaType.IMAGE_JPEG)
                .body(new ByteArrayResource(content));
    }
}
