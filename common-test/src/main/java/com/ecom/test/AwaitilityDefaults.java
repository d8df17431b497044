package com.ecom.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Lets every test wait a minute for what has to happen, because a machine may be slow; it costs time only where it never happens. */
public final class AwaitilityDefaults implements LauncherSessionListener {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(AT_MOST);
    }
}
