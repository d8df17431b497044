package com.ecom.load;

import com.ecom.shop.Networks;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Guests with tokens, each from a network of their own, so many that none of them meets a limit. */
record ReadOnlyCallers(List<Guest> guests) {

    private static final int CREATED = 201;

    static ReadOnlyCallers come(Trial trial, int count) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var door = new Door(http, trial.shop().gateway());
            var guests = new ArrayList<Guest>();
            for (int i = 0; i < count; i++) {
                var network = Networks.of(UUID.randomUUID().toString());
                var answer = door.guestFrom(network);
                if (answer.statusCode() != CREATED) {
                    throw new IOException("No guest is let in: " + answer.body());
                }
                var token = JsonMapper.shared()
                        .readTree(answer.body())
                        .path("accessToken")
                        .asString();
                guests.add(new Guest(token, network));
            }
            return new ReadOnlyCallers(List.copyOf(guests));
        }
    }

    Guest guest(long number) {
        return guests.get((int) (number % guests.size()));
    }

    record Guest(String token, String network) {}
}
