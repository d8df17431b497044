package com.ecom.local.pictures;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A thing on a soft ground: the same file at every time for the same thing of the same look. */
record StillLife(Drawing drawing, Palette palette) {

    private static final int SIZE = 560;
    private static final int FIELD = 200;
    private static final int GROUND = 163;
    private static final Color SHADOW = new Color(40, 40, 60, 34);

    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    /** Without loss, so that the shop writes what was drawn. */
    byte[] png() {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale((double) SIZE / FIELD, (double) SIZE / FIELD);
        canvas.setPaint(new GradientPaint(0, 0, Color.WHITE, 0, FIELD, palette.ground()));
        canvas.fillRect(0, 0, FIELD, FIELD);
        canvas.setColor(palette.sun());
        canvas.fill(new Ellipse2D.Double(18, 16, 164, 164));
        canvas.setColor(SHADOW);
        canvas.fill(new Ellipse2D.Double(34, 154, 132, 18));
        canvas.translate(0, GROUND - drawing.bottom());
        drawing.paint(canvas, palette);
        canvas.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
