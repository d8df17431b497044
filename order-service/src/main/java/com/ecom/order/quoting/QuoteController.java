package com.ecom.order.quoting;

import com.ecom.core.security.Caller;
import com.ecom.order.baskets.Carts;
import com.ecom.order.baskets.Origin;
import com.ecom.order.markets.MarketRefusal.CodeNotUsable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class QuoteController {

    private final MakeQuote makeQuote;
    private final Carts carts;
    private final CodeGuesses guesses;
    private final QuoteFigures figures;

    /**
     * What the given items or, without any, the caller's cart cost at an address, with discounts, shipping and tax. It is kept
     * until {@code expiresAt} for whoever orders by it, once.
     */
    @PostMapping("/api/quotes")
    QuoteView quote(
            Caller caller,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestBody @Valid QuoteRequest request,
            HttpServletRequest http) {
        var origin = Origin.of(http);
        if (!request.codesAsKept().isEmpty()) {
            guesses.requireFew(caller, origin);
        }
        var items = request.items() == null ? carts.itemsOf(authorization) : request.items();
        try {
            var quote = makeQuote.handle(caller, request, items);
            figures.made();
            return quote;
        } catch (CodeNotUsable e) {
            figures.refused("CODE_NOT_USABLE");
            guesses.note(caller, origin);
            throw e;
        }
    }
}
