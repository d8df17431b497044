package com.ecom.proof.security;

import java.util.List;

/**
 * One way to end a request for one reader and not for another.
 *
 * @param body of the first request, if it is read in the way in which the hidden one is not part of it
 */
record SmugglingTrick(String name, String headers, String body) {

    static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: shop\r\n\r\n";
    static final String LAST = "GET /last HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n";
    private static final String LENGTH_OF_HIDDEN = "Content-Length: " + HIDDEN.length() + "\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String END_OF_CHUNKS = "0\r\n\r\n";

    static final List<SmugglingTrick> ALL = List.of(
            new SmugglingTrick("two lengths", "Content-Length: 0\r\n" + LENGTH_OF_HIDDEN, ""),
            new SmugglingTrick("a list of lengths", "Content-Length: 0, " + HIDDEN.length() + "\r\n", ""),
            new SmugglingTrick("a signed length", "Content-Length: +0\r\n", ""),
            new SmugglingTrick("a negative length", "Content-Length: -1\r\n", ""),
            new SmugglingTrick("a length in hexadecimal", "Content-Length: 0x0\r\n", ""),
            new SmugglingTrick("no number as length", "Content-Length: none\r\n", ""),
            new SmugglingTrick("an endless length", "Content-Length: 99999999999999999999\r\n", ""),
            new SmugglingTrick("length and chunks", LENGTH_OF_HIDDEN + CHUNKED, END_OF_CHUNKS),
            new SmugglingTrick("chunks and length", CHUNKED + LENGTH_OF_HIDDEN, END_OF_CHUNKS),
            new SmugglingTrick(
                    "a space before the colon", "Transfer-Encoding : chunked\r\n" + LENGTH_OF_HIDDEN, END_OF_CHUNKS),
            new SmugglingTrick("a space before the length's colon", "Content-Length : 0\r\n", ""),
            new SmugglingTrick(
                    "an unknown coding", "Transfer-Encoding: xchunked\r\n" + LENGTH_OF_HIDDEN, END_OF_CHUNKS),
            new SmugglingTrick("chunks that are not last", "Transfer-Encoding: chunked, gzip\r\n", END_OF_CHUNKS),
            new SmugglingTrick("a size of a chunk without end", CHUNKED, "fffffffffffffffff\r\n"),
            new SmugglingTrick("a negative size of a chunk", CHUNKED, "-1\r\n"),
            new SmugglingTrick("no number as size of a chunk", CHUNKED, "zz\r\n"),
            new SmugglingTrick("a chunk longer than it says", CHUNKED, "1\r\nab" + END_OF_CHUNKS),
            new SmugglingTrick("a header without a colon", "Content-Length 0\r\n", ""),
            new SmugglingTrick("a header without a name", ": 0\r\n", ""),
            new SmugglingTrick("a NUL in a header", "X: a\0b\r\nContent-Length: 0\r\n", ""),
            new SmugglingTrick(
                    "a lonely carriage return",
                    "X: a\rContent-Length: 0\r\n" + LENGTH_OF_HIDDEN + CHUNKED,
                    END_OF_CHUNKS));
}
