# One image recipe for all services: docker build --build-arg SERVICE=order-service -t ecom/order-service .
# The jar is built before, by ./ecom or Maven, so that the image holds what was tested.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/${SERVICE}-1.0.0-SNAPSHOT.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --destination extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home ecom
WORKDIR /service
COPY --from=layers /layers/extracted/lib lib
COPY --from=layers /layers/extracted/service.jar service.jar
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages -XX:InlineSmallCode=1200 -XX:FreqInlineSize=160 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=6 \
    CMD curl --fail --silent "http://127.0.0.1:${MANAGEMENT_SERVER_PORT}/actuator/health/readiness" || exit 1
ENTRYPOINT ["java", "-jar", "service.jar"]
