package com.ecom.order.model;

import java.util.UUID;

/** Whoever placed an order, with or without an account, and where we write to. */
public record Customer(UUID id, String email) {}
