package com.ecom.local.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.shop.CatalogueFile;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StillLifeTests {

    @Test
    void everyThingOfTheSampleCatalogueIsDrawnAsWhatItIs() throws IOException {
        var forAnything = Drawing.all().getLast();
        try (var lines = new CatalogueFile(Checkout.find().shopCatalogue()).lines()) {
            assertThat(lines.map(
                            it -> JsonMapper.shared().readTree(it).path("title").asString()))
                    .isNotEmpty()
                    .allSatisfy(title -> assertThat(Drawing.of(title)).isNotEqualTo(forAnything));
        }
        assertThat(Drawing.of("Nothing of that")).isEqualTo(forAnything);
    }

    @Test
    void theSameThingOfTheSameLookIsTheSamePicture() {
        assertThat(mug("blue").png())
                .isEqualTo(mug("blue").png())
                .isNotEqualTo(mug("stoneware").png());
        assertThat(mug("blue")).isEqualTo(mug("blue"));
    }

    @Test
    void aThingHasItsColour() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(mug("blue").png()));

        var middle = new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() * 3 / 5));
        assertThat(middle).isEqualTo(Palette.of("blue").main());
    }

    @Test
    void aLookOfSeveralWordsGoesByTheFirstThatIsAColour() {
        assertThat(Palette.of("carbon steel")).isEqualTo(Palette.of("carbon"));
        assertThat(Palette.of("two players").main()).isNotNull();
    }

    private static StillLife mug(String look) {
        return new StillLife(Drawing.of("Deep Mug"), Palette.of(look));
    }
}
