package com.ecom.local;

/** A Redis server without a password. */
public record Redis(String host, int port) {}
