package com.ecom.search.model;

/** How many letters have to be changed, left out, added or swapped until a text is the beginning of another one. */
final class BeginningDistance {

    private BeginningDistance() {}

    static int between(String typed, String text) {
        var before = new int[text.length() + 1];
        var last = new int[text.length() + 1];
        for (int at = 0; at <= text.length(); at++) {
            last[at] = at;
        }
        for (int row = 1; row <= typed.length(); row++) {
            var next = new int[text.length() + 1];
            next[0] = row;
            for (int at = 1; at <= text.length(); at++) {
                var isSame = typed.charAt(row - 1) == text.charAt(at - 1);
                next[at] = Math.min(Math.min(last[at], next[at - 1]) + 1, last[at - 1] + (isSame ? 0 : 1));
                if (isSwapped(typed, row, text, at)) {
                    next[at] = Math.min(next[at], before[at - 2] + 1);
                }
            }
            before = last;
            last = next;
        }
        return least(last);
    }

    private static boolean isSwapped(String typed, int row, String text, int at) {
        return row > 1
                && at > 1
                && typed.charAt(row - 1) == text.charAt(at - 2)
                && typed.charAt(row - 2) == text.charAt(at - 1);
    }

    private static int least(int[] distances) {
        var least = Integer.MAX_VALUE;
        for (var it : distances) {
            least = Math.min(least, it);
        }
        return least;
    }
}
