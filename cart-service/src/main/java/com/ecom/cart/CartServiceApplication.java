package com.ecom.cart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CartServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(CartServiceApplication.class, args);
    }
}
