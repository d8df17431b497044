package com.ecom.test;

import com.ecom.local.MySql;
import com.ecom.local.Redis;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The images of docker-compose.yml, one container of each for this JVM; Testcontainers removes them after it. */
final class ContainerServers implements TestServers {

    /** By their names in docker-compose.yml. */
    static final Map<String, String> IMAGES = Map.of(
            "mysql", "mysql:8.4.10",
            "kafka", "apache/kafka:4.2.1",
            "redis", "redis:7.4.11",
            "mongodb", "mongo:8.0.30",
            "elasticsearch", "elasticsearch:9.5.3");

    static final List<String> MYSQL_COMMAND = List.of(
            "--transaction-isolation=READ-COMMITTED",
            "--default-time-zone=+00:00",
            "--innodb-lock-wait-timeout=5",
            "--max-connections=300");

    private static final int REDIS_PORT = 6379;
    private static final String USER = "root";
    private static final String PASSWORD = "test";

    private final Supplier<MySQLContainer> mysql = started(() -> new MySQLContainer(image("mysql"))
            .withUsername(USER)
            .withPassword(PASSWORD)
            .withCommand(MYSQL_COMMAND.toArray(String[]::new)));

    private final Supplier<KafkaContainer> kafka = started(() -> new KafkaContainer(image("kafka"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));

    private final Supplier<GenericContainer<?>> redis =
            started(() -> new GenericContainer<>(image("redis")).withExposedPorts(REDIS_PORT));

    private final Supplier<MongoDBContainer> mongodb =
            started(() -> new MongoDBContainer(image("mongodb")).withReplicaSet());

    private final Supplier<ElasticsearchContainer> elasticsearch = started(() -> new ElasticsearchContainer(
                    image("elasticsearch").asCompatibleSubstituteFor("docker.elastic.co/elasticsearch/elasticsearch"))
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m"));

    @Override
    public MySql mysql() {
        var it = mysql.get();
        return new MySql(it.getHost(), it.getMappedPort(MySQLContainer.MYSQL_PORT), USER, PASSWORD);
    }

    @Override
    public String kafka() {
        return kafka.get().getBootstrapServers();
    }

    @Override
    public Redis redis() {
        var it = redis.get();
        return new Redis(it.getHost(), it.getMappedPort(REDIS_PORT));
    }

    /** Its only member is known by another name inside, so that it has to be spoken to directly. */
    @Override
    public URI mongodb(String database) {
        return URI.create(mongodb.get().getReplicaSetUrl(database) + "?directConnection=true");
    }

    @Override
    public URI elasticsearch() {
        return URI.create("http://" + elasticsearch.get().getHttpHostAddress());
    }

    static DockerImageName image(String name) {
        return DockerImageName.parse(IMAGES.getOrDefault(name, ""));
    }

    private static <T extends GenericContainer<?>> Supplier<T> started(Supplier<T> container) {
        return SingletonSupplier.of(() -> {
            var it = container.get();
            it.start();
            return it;
        });
    }
}
