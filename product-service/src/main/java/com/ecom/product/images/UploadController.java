package com.ecom.product.images;

import com.ecom.product.model.Image;
import com.ecom.product.model.ImageRefusal.Unreadable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pictures for those who run the catalogue. */
@RestController
@RequiredArgsConstructor
class UploadController {

    private static final int SHOWN = 960;

    private final ReadingSlots slots;
    private final UploadImage uploadImage;

    /**
     * Takes a picture of up to 10 MB as the body, and writes it anew in four widths, without what cameras add. The same
     * picture has the same id. One that no product shows for thirty days is deleted.
     */
    @PostMapping(
            path = "/api/admin/images",
            consumes = {"image/jpeg", "image/png", "image/webp", "image/gif"})
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "image/webp",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/gif", schema = @Schema(type = "string", format = "binary"))
                            }))
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UploadedImage> upload(HttpServletRequest request) {
        var declared = MediaType.parseMediaType(request.getContentType());
        // Not even the file is in memory before it is its turn.
        var image = slots.within(() -> uploadImage.handle(fileIn(request), declared));
        var address = Image.address(image.id(), SHOWN);
        return ResponseEntity.created(URI.create(address))
                .body(new UploadedImage(
                        image.id(), address, Image.WIDTHS, image.width(), image.height(), image.blurHash()));
    }

    private static byte[] fileIn(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** @param widths that can stand in the place of the one in the address */
    record UploadedImage(
            String imageId, String address, List<Integer> widths, int width, int height, String blurHash) {}
}
