package com.ecom.local.stack;

import java.util.Locale;

/** Which of the published binaries run on this machine. */
public final class Platform {

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

    private Platform() {}

    public static boolean isLinux() {
        return SYSTEM.contains("linux");
    }

    /** Whether there is a binary of everything that is not Java. */
    public static boolean isServed() {
        return isMac() || (isLinux() && !ARM);
    }

    static String mySqlArchive() {
        if (isLinux() && !ARM) {
            return "mysql-Linux-amd64.tar.gz";
        }
        if (isMac()) {
            return "mysql-Mac_OS_X-x86_64.tar.gz";
        }
        throw new UnsupportedOperationException("No MySQL is published as an archive for this kind of machine");
    }

    static String redisExecutable() {
        if (isLinux()) {
            return ARM ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
        }
        if (isMac()) {
            return ARM ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
        }
        throw new UnsupportedOperationException("No Redis is published as an archive for this kind of machine");
    }

    private static boolean isMac() {
        return SYSTEM.contains("mac");
    }
}
