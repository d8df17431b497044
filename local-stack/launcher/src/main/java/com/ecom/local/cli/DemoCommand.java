package com.ecom.local.cli;

import com.ecom.local.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = {
            "Buys something as a shopper would and prints the order's timeline, each step with service, time and trace;",
            "buys across a border with a coupon and prints the bill line by line;",
            "then an order for more than there is, and one with a declined card.%n"
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var door = new Door(place);
        var result = new Demo(door.anybody(), door.admin(), door.mailbox(), Console::say).run();
        Console.say("@|green,bold The demo went as it should.|@ A trace by its id: " + door.traces()
                + "/zipkin/traces/<id>");
        return json.print(result, result.ok());
    }
}
