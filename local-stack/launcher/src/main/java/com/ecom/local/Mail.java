package com.ecom.local;

import java.net.URI;

/** A mailbox that takes mail for anybody by SMTP; {@code api} shows it at {@code /api/user/<address>/messages/}. */
public record Mail(String host, int smtpPort, URI api) {}
