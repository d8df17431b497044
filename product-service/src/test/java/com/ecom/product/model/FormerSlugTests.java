package com.ecom.product.model;

import static com.ecom.product.model.ProductFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormerSlugTests {

    @Test
    void aSlugThatIsTakenBackIsNoFormerOne() {
        var left = FormerSlug.after(List.of(), "a", "b", MONDAY);

        assertThat(FormerSlug.after(left, "b", "b", MONDAY)).isEqualTo(left);
        assertThat(FormerSlug.after(left, "b", "a", MONDAY.plusSeconds(1)))
                .containsExactly(new FormerSlug("b", MONDAY.plusSeconds(1)));
    }

    @Test
    void howeverOftenAProductIsRenamedItRemembersTheLatest() {
        var slugs = List.<FormerSlug>of();
        for (int i = 0; i < FormerSlug.MOST + 5; i++) {
            slugs = FormerSlug.after(slugs, "s-" + i, "s-" + (i + 1), MONDAY.plusSeconds(i));
        }

        assertThat(slugs).hasSize(FormerSlug.MOST);
        assertThat(slugs.getLast().slug()).isEqualTo("s-" + (FormerSlug.MOST + 4));
    }
}
