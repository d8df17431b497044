package com.ecom.user.wishlist;

import com.ecom.core.security.Caller;
import com.ecom.user.wishlist.Wishlist.WishlistItem;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users/me/wishlist")
@RequiredArgsConstructor
class WishlistController {

    private static final String PRODUCT = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Wishlist wishlist;
    private final ChangeWishlist changeWishlist;

    /** The newest first. Ids only: what they cost and whether there are any, others know. */
    @GetMapping
    WishlistItems wishes(Caller caller) {
        return new WishlistItems(wishlist.of(caller.id()));
    }

    /** Remembers a product. */
    @PutMapping("/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(
            Caller caller,
            @PathVariable @Pattern(regexp = PRODUCT) String productId,
            @RequestBody(required = false) @Nullable Nothing asked) {
        changeWishlist.add(caller, productId);
    }

    /** Forgets a product. */
    @DeleteMapping("/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable @Pattern(regexp = PRODUCT) String productId) {
        wishlist.remove(caller.id(), productId);
    }

    /** The product is in the address. */
    record Nothing() {}

    record WishlistItems(List<WishlistItem> items) {}
}
