package com.ecom.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;

class SchedulingTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(
                    it -> it.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withPropertyValues("spring.threads.virtual.enabled=true")
            .withConfiguration(AutoConfigurations.of(
                    TaskExecutionAutoConfiguration.class,
                    TaskSchedulingAutoConfiguration.class,
                    ServiceAutoConfiguration.class))
            .withBean(Chores.class);

    @Test
    void aTaskThatTakesLongHoldsUpNoOther() {
        service.run(it -> {
            var chores = it.getBean(Chores.class);
            await().until(() -> chores.slowHasBegun.getCount() == 0 && chores.quickIsDone.getCount() == 0);
            chores.mayEnd.countDown();
        });
    }

    @Test
    void whatIsGoingOnComesToItsEndBeforeTheServiceDoes() {
        service.run(it -> {
            var chores = it.getBean(Chores.class);
            await().until(() -> chores.slowHasBegun.getCount() == 0);

            var end = Thread.ofPlatform().daemon().start(it::close);
            await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
            chores.mayEnd.countDown();
            await().until(() -> !end.isAlive());

            assertThat(chores.slowIsDone.getCount()).isZero();
        });
    }

    @Test
    void whatIsDoneOnDemandHasItsOwnExecutorAsBefore() {
        service.run(it -> {
            assertThat(it.getBean("applicationTaskExecutor")).isInstanceOf(Executor.class);
            it.getBean(Chores.class).mayEnd.countDown();
        });
    }

    static class Chores {

        final CountDownLatch slowHasBegun = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final CountDownLatch slowIsDone = new CountDownLatch(1);
        final CountDownLatch quickIsDone = new CountDownLatch(5);

        @Scheduled(fixedDelayString = "PT1H")
        void slow() throws InterruptedException {
            slowHasBegun.countDown();
            mayEnd.await();
            slowIsDone.countDown();
        }

        @Scheduled(fixedDelayString = "PT0.01S")
        void quick() {
            quickIsDone.countDown();
        }
    }
}
