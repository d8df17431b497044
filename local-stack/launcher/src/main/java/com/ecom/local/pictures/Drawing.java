package com.ecom.local.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What kind of thing something is, as a line of {@code drawings.txt}, which says how those are written. */
record Drawing(Pattern words, List<Stroke> strokes) {

    private static final List<Drawing> ALL = read();

    /** The first whose words are in the title; the last one is for everything. */
    static Drawing of(String title) {
        return ALL.stream()
                .filter(it -> it.words.matcher(title).find())
                .findFirst()
                .orElseThrow();
    }

    static List<Drawing> all() {
        return ALL;
    }

    void paint(Graphics2D canvas, Palette palette) {
        for (var stroke : strokes) {
            canvas.setColor(palette.of(stroke.colour));
            if (stroke.width == 0) {
                canvas.fill(stroke.shape);
            } else {
                canvas.setStroke(new BasicStroke(stroke.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                canvas.draw(stroke.shape);
            }
        }
    }

    /** Where it stands. */
    double bottom() {
        return strokes.stream()
                .mapToDouble(it -> it.shape.getBounds2D().getMaxY() + it.width / 2)
                .max()
                .orElse(0);
    }

    private static Drawing parsed(String line) {
        var colon = line.indexOf(':');
        return new Drawing(
                Pattern.compile(line.substring(0, colon), Pattern.CASE_INSENSITIVE),
                Arrays.stream(line.substring(colon + 1).split(";"))
                        .map(it -> Stroke.parsed(it.strip()))
                        .toList());
    }

    private static List<Drawing> read() {
        try (InputStream file = Objects.requireNonNull(Drawing.class.getResourceAsStream("drawings.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(it -> !it.startsWith("#"))
                    .map(Drawing::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param width of its line; 0 if it is filled */
    record Stroke(char colour, float width, Shape shape) {

        private static Stroke parsed(String text) {
            var words = Arrays.stream(text.split(" ")).collect(Collectors.toCollection(ArrayDeque::new));
            var how = words.remove();
            var width = how.length() == 1 ? 0 : Float.parseFloat(how.substring(1));
            return new Stroke(how.charAt(0), width, shape(words.remove(), words));
        }

        private static Shape shape(String name, Queue<String> words) {
            return switch (name) {
                case "rect" -> {
                    var place = numbers(words, 5);
                    yield new RoundRectangle2D.Double(
                            place[0], place[1], place[2], place[3], 2 * place[4], 2 * place[4]);
                }
                case "oval" -> {
                    var place = numbers(words, 4);
                    yield new Ellipse2D.Double(place[0] - place[2], place[1] - place[3], 2 * place[2], 2 * place[3]);
                }
                case "path" -> path(words);
                default -> throw new IllegalArgumentException("There is no shape " + name);
            };
        }

        private static Shape path(Queue<String> words) {
            var path = new Path2D.Double();
            var step = "";
            while (!words.isEmpty()) {
                // A step without a letter is like the one before.
                if (Character.isLetter(words.element().charAt(0))) {
                    step = words.remove();
                }
                switch (step) {
                    case "M" -> {
                        var to = numbers(words, 2);
                        path.moveTo(to[0], to[1]);
                    }
                    case "L" -> {
                        var to = numbers(words, 2);
                        path.lineTo(to[0], to[1]);
                    }
                    case "Q" -> {
                        var to = numbers(words, 4);
                        path.quadTo(to[0], to[1], to[2], to[3]);
                    }
                    case "C" -> {
                        var to = numbers(words, 6);
                        path.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                    }
                    case "Z" -> path.closePath();
                    default -> throw new IllegalArgumentException("There is no step " + step);
                }
            }
            return path;
        }

        private static double[] numbers(Queue<String> words, int count) {
            var numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = Double.parseDouble(words.remove());
            }
            return numbers;
        }
    }
}
