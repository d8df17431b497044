package com.ecom.e2e;

import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one shop of the build, with the sample catalogue on sale; opened at first use, closed at the end. */
final class OneShop implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(RunningShop.class);
    }

    @Override
    public RunningShop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(OneShop.class))
                .computeIfAbsent(RunningShop.class, _ -> open(), RunningShop.class);
    }

    private static RunningShop open() {
        try {
            var shop = RunningShop.start();
            new CatalogueImport(shop::admin, (_, _, _) -> {}).run(new CatalogueFile(shop.sampleCatalogue()));
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the shop was opened", e);
        }
    }
}
