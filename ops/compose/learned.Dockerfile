# An image and what its own JVM has learned, as one more layer: ops/compose/learn builds it.
ARG SERVICE
FROM ecom/${SERVICE}
COPY service.aot service.aot
ENTRYPOINT ["java", "-XX:AOTCache=service.aot", "-jar", "service.jar"]
