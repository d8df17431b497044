package com.ecom.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.ecom.local.stack.Names;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words everywhere in a running shop: in every column of every table, in indexes, in files and in logs. */
final class EveryStore {

    private static final int ALL_OF_A_SMALL_INDEX = 10_000;

    private static final String OF_THE_CUSTOMERS_OWN_MAIL_SERVER = Names.MAIL + ".log";

    private final RunningShop shop;
    private final List<String> words;

    /** @param words in small letters; what is searched may have capital ones */
    EveryStore(RunningShop shop, List<String> words) {
        this.shop = shop;
        this.words = words;
    }

    /** Where any of the words is, but for the outboxes. */
    List<String> places() throws IOException, InterruptedException {
        var places = new ArrayList<>(columns("table_name <> 'outbox_event'"));
        places.addAll(indexes());
        for (var store : List.of(Names.MONGODB, Names.REDIS)) {
            places.addAll(files(shop.data(store)));
        }
        places.addAll(files(shop.logs()));
        places.remove(OF_THE_CUSTOMERS_OWN_MAIL_SERVER);
        return places;
    }

    /** The services in whose outbox any of the words is. */
    List<String> outboxes() {
        return columns("table_name = 'outbox_event'");
    }

    private List<String> columns(String tables) {
        var jdbc = shop.database("information_schema");
        var columns = new TreeMap<String, List<String>>();
        jdbc.sql("""
                select concat(table_schema, '.', table_name) as place, column_name as name from columns
                where table_schema like 'ecom\\_%%' and %s and data_type in ('char', 'varchar', 'tinytext', 'text',
                      'mediumtext', 'longtext', 'json', 'binary', 'varbinary', 'blob', 'mediumblob', 'longblob')
                """.formatted(tables)).query(row -> {
            columns.computeIfAbsent(row.getString("place"), _ -> new ArrayList<>())
                    .add(row.getString("name"));
        });
        return columns.entrySet().stream()
                .flatMap(it -> found(jdbc, it.getKey(), it.getValue()).stream())
                .toList();
    }

    private List<String> found(JdbcClient jdbc, String table, List<String> columns) {
        var counts = columns.stream()
                .map(it -> "coalesce(sum(%s), 0) as `%s`".formatted(hasAnyWord(it), it))
                .collect(Collectors.joining(", "));
        Map<String, Object> row =
                jdbc.sql("select %s from %s".formatted(counts, table)).query().singleRow();
        return columns.stream()
                .filter(it -> !"0".equals(String.valueOf(row.get(it))))
                .map(it -> "%s.%s (%s)".formatted(table, it, row.get(it)))
                .toList();
    }

    private String hasAnyWord(String column) {
        return words.stream()
                .map(it -> "locate('%s', lower(convert(`%s` using latin1))) > 0".formatted(it, column))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private List<String> indexes() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(shop.addressOf(Names.ELASTICSEARCH)
                            .resolve("/_all/_search?expand_wildcards=all&size=" + ALL_OF_A_SMALL_INDEX))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
            return hasAnyWordIn(answer.body()) ? List.of("elasticsearch") : List.of();
        }
    }

    private List<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var places = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (hasAnyWordIn(Files.readString(file, ISO_8859_1))) {
                    places.add(file.getFileName().toString());
                }
            }
            return places;
        }
    }

    private boolean hasAnyWordIn(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(small::contains);
    }
}
