package com.ecom.local.cli;

import com.ecom.local.pictures.SamplePictures;
import com.ecom.local.stack.Admin;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.Secrets;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import java.io.IOException;

/** The ways into the shop that runs here. */
final class Door {

    private final Place place;
    private final Ports ports;

    Door(Place place) throws IOException {
        this.place = place;
        place.mustRun().close();
        this.ports = place.topology().ports();
    }

    Gateway anybody() {
        return at(Names.GATEWAY);
    }

    Gateway admin() {
        try {
            return anybody().loggedIn(Admin.EMAIL, Admin.password(Secrets.of(place.folder())));
        } catch (IOException e) {
            throw new Refusal("The admin's password cannot be read: " + e.getMessage());
        }
    }

    Gateway mailbox() {
        return at(Names.MAIL_API);
    }

    String traces() {
        return at(Names.ZIPKIN).address().toString();
    }

    CatalogueImport.Result importCatalogue(CatalogueFile file, String onConflict) throws IOException {
        var result = new CatalogueImport(this::admin, Console::bar).run(file, onConflict);
        Console.endBar();
        return result;
    }

    /** With a drawing for each product, which goes the way of any picture, and of a type by which they are narrowed. */
    CatalogueImport.Result importSamples(CatalogueFile file) throws IOException {
        var type = SampleType.defined(admin());
        var pictures = SamplePictures.uploaded(file, admin(), Console::bar);
        var completion = pictures.andThen(type);
        var result = new CatalogueImport(this::admin, Console::bar, completion::apply).run(file);
        Console.endBar();
        return result;
    }

    private Gateway at(String name) {
        return Gateway.at("http://127.0.0.1:" + ports.of(name)).insistent();
    }
}
