package com.ecom.review;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ReviewServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(ReviewServiceApplication.class, args);
    }
}
