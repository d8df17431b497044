# One image recipe for all services: docker build --build-arg SERVICE=order-service -t ecom/order-service .
# The jar is built before, by ./ecom or Maven, so that the image holds what was tested.
FROM eclipse-temurin:25.0.3_9-jre-noble AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/${SERVICE}-1.0.0-SNAPSHOT.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --destination extracted

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN useradd --system --uid 10001 --no-create-home ecom && install --directory --owner=10001 /images
WORKDIR /service
COPY --from=layers /layers/extracted/lib lib
COPY --from=layers /layers/extracted/service.jar service.jar
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages -XX:InlineSmallCode=1200 -XX:FreqInlineSize=160 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
# This image has neither curl nor wget; its bash can ask, too.
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$MANAGEMENT_SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && test \"$status\" = 200"]
ENTRYPOINT ["java", "-jar", "service.jar"]
