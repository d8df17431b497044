package com.ecom.product.model;

/**
 * A picture of a product.
 *
 * @param image its id
 * @param alt what it shows, for those who do not see it; empty if that adds nothing to the product's name
 * @param width of the picture as it was uploaded, in pixels, like its height
 */
public record Media(String image, String alt, int width, int height, String blurHash) {

    private static final int USUAL_WIDTH = 960;

    public Media(Image image, String alt) {
        this(image.id(), alt, image.width(), image.height(), image.blurHash());
    }

    /** For those who know addresses only. */
    public String address() {
        return Image.address(image, USUAL_WIDTH);
    }
}
