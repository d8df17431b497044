package com.ecom.cart.shopping;

import com.ecom.cart.model.Cart;
import com.ecom.cart.shopping.CartView.View;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.core.text.Lines;
import com.ecom.core.text.Sku;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own cart. Every answer carries its version as ETag; with {@code If-Match} a change applies to that version only. */
@RestController
@RequiredArgsConstructor
class CartController {

    private static final String ITEMS = "/api/cart/items";
    private static final String ADDING = "POST " + ITEMS;

    private final EditCart editCart;
    private final CartView view;
    private final AddToCart addToCart;
    private final GuestTokens guests;
    private final MergeCart mergeCart;

    /** The caller's cart, with what has changed about its items. */
    @GetMapping("/api/cart")
    ResponseEntity<View> look(Caller caller) {
        return answer(editCart.read(caller));
    }

    /** Adds so many more of a SKU; with an {@code Idempotency-Key} its repetition adds nothing. */
    @PostMapping("/api/cart/items")
    ResponseEntity<View> add(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    @Pattern(regexp = "[A-Za-z0-9_-]{1,128}")
                    String repeatable,
            @RequestBody @Valid Addition addition) {
        var key = repeatable == null ? null : new IdempotencyKey(caller.id(), ADDING, ITEMS, repeatable);
        var more = addToCart.more(addition.sku(), addition.quantity());
        return edit(caller, ifMatch, addToCart.once(key, addition, more));
    }

    /** Makes it exactly so many of a SKU. */
    @PutMapping("/api/cart/items/{sku}")
    ResponseEntity<View> set(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @PathVariable @Pattern(regexp = Sku.PATTERN) String sku,
            @RequestBody @Valid Quantity wanted) {
        return edit(caller, ifMatch, addToCart.exactly(sku, wanted.quantity()));
    }

    /** Takes a SKU out of the cart. */
    @DeleteMapping("/api/cart/items/{sku}")
    ResponseEntity<View> remove(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        return edit(caller, ifMatch, it -> it.without(sku));
    }

    /**
     * Keeps these codes of promotions with the cart, instead of others. Whether they count is not known here: a quote says it.
     */
    @PutMapping("/api/cart/codes")
    ResponseEntity<View> enter(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Codes entered) {
        return edit(caller, ifMatch, it -> it.withCodes(entered.codes()));
    }

    /** Keeps a message for whoever gets the goods with the cart, instead of another; none if it is blank or absent. */
    @PutMapping("/api/cart/gift-message")
    ResponseEntity<View> write(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid GiftMessage written) {
        return edit(caller, ifMatch, it -> it.withGiftMessage(written.message()));
    }

    /** Puts a SKU aside for later: it stays with the cart and is not ordered. */
    @PostMapping("/api/cart/items/{sku}/later")
    ResponseEntity<View> putAside(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        return edit(caller, ifMatch, it -> it.putAside(sku));
    }

    /** Puts what was put aside back into the cart. */
    @PostMapping("/api/cart/later/{sku}/back")
    ResponseEntity<View> takeBack(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        return edit(caller, ifMatch, addToCart.back(sku));
    }

    /** Forgets what was put aside. */
    @DeleteMapping("/api/cart/later/{sku}")
    ResponseEntity<View> forget(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        return edit(caller, ifMatch, it -> it.withoutAside(sku));
    }

    /** Empties the cart. */
    @DeleteMapping("/api/cart")
    ResponseEntity<View> clear(
            Caller caller, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return edit(caller, ifMatch, Cart::cleared);
    }

    /**
     * Takes over what a guest had collected before logging in, and says what became of each thing; both tokens are needed, and
     * a repetition changes nothing. What does not fit stays in the guest's cart.
     */
    @PostMapping("/api/cart/merge")
    ResponseEntity<View> merge(Caller caller, @RequestBody @Valid Merge merge) {
        var merged = mergeCart.handle(caller, guests.ownerOf(merge.guestToken()));
        return answer(merged.cart(), view.of(merged.cart(), merged.items()));
    }

    private ResponseEntity<View> edit(Caller caller, @Nullable String ifMatch, UnaryOperator<Cart> edit) {
        return answer(editCart.handle(caller, IfMatch.of(ifMatch), edit));
    }

    private ResponseEntity<View> answer(Cart cart) {
        return answer(cart, view.of(cart));
    }

    private static ResponseEntity<View> answer(Cart cart, View seen) {
        return ResponseEntity.ok().eTag("\"" + cart.version() + "\"").body(seen);
    }

    record Addition(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
            @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {}

    record Quantity(@Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {}

    /** In the body, as addresses are logged and codes must not be. */
    record Codes(
            @NotNull @Size(max = Cart.MAX_CODES) List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{3,50}") String> codes) {}

    record GiftMessage(
            @Nullable @Characters(max = 300) @Pattern(regexp = Lines.PATTERN)
            String message) {}

    record Merge(@NotBlank @Characters(max = 4_096) String guestToken) {}
}
