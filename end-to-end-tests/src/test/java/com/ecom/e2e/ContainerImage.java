package com.ecom.e2e;

import java.util.List;
import java.util.Set;

/**
 * An image of the compose file, as its Dockerfile makes it.
 *
 * @param from what it is built on, and what that or its Dockerfile brings
 * @param dockerfile where that is to be read
 * @param tools what health checks may use
 */
record ContainerImage(String name, String from, String dockerfile, Set<String> tools) {

    /** What can be asked with in each image, by its Dockerfile. Where {@code /dev/tcp} is used it has to be bash that reads it. */
    private static final List<ContainerImage> ALL = List.of(
            new ContainerImage(
                    "mysql",
                    "oraclelinux:9-slim with mysql-community-server-minimal",
                    "https://github.com/docker-library/mysql/blob/master/8.4/Dockerfile.oracle",
                    Set.of("mysqladmin")),
            new ContainerImage(
                    "apache/kafka",
                    "eclipse-temurin:21-jre-alpine with Kafka in /opt/kafka",
                    "https://github.com/apache/kafka/blob/4.2/docker/jvm/Dockerfile",
                    Set.of("/opt/kafka/bin/kafka-broker-api-versions.sh")),
            new ContainerImage(
                    "redis",
                    "debian:bookworm-slim with Redis in /usr/local/bin",
                    "https://github.com/redis/docker-library-redis/blob/release/7.4/debian/Dockerfile",
                    Set.of("redis-cli")),
            new ContainerImage(
                    "mongo",
                    "ubuntu:noble with mongodb-org, which brings mongosh",
                    "https://github.com/docker-library/mongo/blob/master/8.0/Dockerfile",
                    Set.of("mongosh")),
            new ContainerImage(
                    "elasticsearch",
                    "UBI 9 minimal with curl-minimal and bash",
                    "https://github.com/docker-library/repo-info/blob/master/repos/elasticsearch/local/9.5.3.md",
                    Set.of("curl", "bash")),
            new ContainerImage(
                    "greenmail/standalone",
                    "a JRE on Debian slim since 2020: bash, but no nc, curl or wget",
                    "https://github.com/greenmail-mail-test/greenmail/blob/master/greenmail-docker/standalone/Dockerfile",
                    Set.of("bash")),
            new ContainerImage(
                    "openzipkin/zipkin-slim",
                    "openzipkin/java on Alpine, with docker-healthcheck in /usr/local/bin",
                    "https://github.com/openzipkin/zipkin/blob/master/docker/Dockerfile",
                    Set.of("docker-healthcheck")),
            new ContainerImage(
                    "eclipse-temurin",
                    "ubuntu:24.04 with a JRE: bash, but wget only while it is built, and no curl",
                    "https://github.com/adoptium/containers/blob/main/25/jre/ubuntu/noble/Dockerfile",
                    Set.of("bash", "java")),
            new ContainerImage(
                    "ecom/storefront",
                    "node on debian:bookworm-slim, by ecom-storefront/Dockerfile",
                    "https://github.com/nodejs/docker-node/blob/main/24/bookworm-slim/Dockerfile",
                    Set.of("node")),
            new ContainerImage(
                    "prom/prometheus",
                    "quay.io/prometheus/busybox: wget, and no bash or curl",
                    "https://github.com/prometheus/prometheus/blob/main/Dockerfile",
                    Set.of("wget")),
            new ContainerImage(
                    "prom/alertmanager",
                    "quay.io/prometheus/busybox: wget, and no bash or curl",
                    "https://github.com/prometheus/alertmanager/blob/main/Dockerfile",
                    Set.of("wget")),
            new ContainerImage(
                    "grafana/grafana",
                    "Alpine with BusyBox, whose wget it keeps, and curl",
                    "https://github.com/grafana/grafana/blob/main/Dockerfile",
                    Set.of("wget", "curl")));

    /** @throws AssertionError where nobody has looked what it has */
    static ContainerImage named(String name) {
        return ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody has looked what the image " + name + " has"));
    }
}
