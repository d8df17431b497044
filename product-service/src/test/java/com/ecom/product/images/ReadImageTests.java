package com.ecom.product.images;

import static com.ecom.product.images.PictureFiles.half;
import static com.ecom.product.images.PictureFiles.jpeg;
import static com.ecom.product.images.PictureFiles.png;
import static com.ecom.product.images.PictureFiles.pngOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.product.model.ImageRefusal.TooManyPixels;
import com.ecom.product.model.ImageRefusal.Unreadable;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadImageTests {

    private final ReadImage readImage = new ReadImage();

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void readsEveryKind(ImageKind kind) {
        var image = readImage.handle(whole(kind), kind);

        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(60, 40));
    }

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void refusesWhatEndsTooEarly(ImageKind kind) {
        var file = whole(kind);
        for (var part : List.of(half(file), Arrays.copyOf(file, file.length - 24), Arrays.copyOf(file, 14))) {
            assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> readImage.handle(part, kind));
        }
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000", "12001, 1", "1, 12001", "8000, 5001", "2147483647, 2147483647"})
    void refusesABombBeforeItIsDecoded(int width, int height) {
        assertThatExceptionOfType(TooManyPixels.class)
                .isThrownBy(() -> readImage.handle(pngOf(width, height), ImageKind.PNG));
    }

    @Test
    void readsALargePictureInParts() {
        var image = readImage.handle(png(6_000, 2_400), ImageKind.PNG);

        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(3_000, 1_200));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void turnsAPictureAsTheCameraWasHeld(int orientation) {
        var image = readImage.handle(PictureFiles.withPlace(jpeg(90, 60, 1), orientation), ImageKind.JPEG);

        var isTurned = orientation > 4;
        assertThat(image.getWidth()).isEqualTo(isTurned ? 60 : 90);
        // Where the sun is, which the camera saw at the left upper edge.
        var isRight = orientation == 3 || orientation == 6;
        var isLow = orientation == 3 || orientation == 8;
        var sun = new Color(image.getRGB(isRight ? image.getWidth() - 5 : 5, isLow ? image.getHeight() - 5 : 5));
        assertThat(sun.getRed()).isGreaterThan(200);
    }

    @Test
    void showsWhatIsTransparentOnWhite() {
        var image = readImage.handle(PictureFiles.transparentPng(), ImageKind.PNG);

        assertThat(new Color(image.getRGB(20, 20))).isEqualTo(Color.WHITE);
    }

    private static byte[] whole(ImageKind kind) {
        return switch (kind) {
            case JPEG -> jpeg(60, 40, 1);
            case PNG -> png(60, 40);
            case GIF -> PictureFiles.gif();
            case WEBP -> PictureFiles.webp();
        };
    }
}
