package com.ecom.product.cataloguing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ecom.core.text.Characters;
import com.ecom.product.model.Image;
import com.ecom.product.model.ImageRefusal.UnknownImages;
import com.ecom.product.model.Images;
import com.ecom.product.model.Media;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pictures that a description names, with what the shop knows of them. From then on they are in use. */
@Component
@RequiredArgsConstructor
class FindMedia {

    private final Images images;
    private final Clock clock;

    /** @throws UnknownImages if the shop lacks one of them */
    List<Media> handle(@Nullable List<MediaBody> wanted) {
        return wanted == null ? List.of() : of(wanted, known(wanted));
    }

    /** By their ids; what is unknown is missing. */
    Map<String, Image> known(List<MediaBody> wanted) {
        var ids = wanted.stream().map(MediaBody::image).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : images.use(ids, clock.instant().truncatedTo(ChronoUnit.MILLIS)).stream()
                        .collect(toMap(Image::id, identity()));
    }

    static List<Media> of(List<MediaBody> wanted, Map<String, Image> known) {
        var found = new ArrayList<Media>();
        var unknown = new LinkedHashSet<String>();
        for (var it : wanted) {
            var image = known.get(it.image());
            if (image == null) {
                unknown.add(it.image());
            } else {
                found.add(new Media(image, it.alt()));
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownImages(unknown);
        }
        return found;
    }

    /**
     * @param image the id of a picture that was uploaded
     * @param alt what it shows; empty if that adds nothing to the product's name
     */
    record MediaBody(
            @NotNull @Pattern(regexp = Image.ID) String image,
            @NotNull @Characters(max = 300) String alt) {}
}
