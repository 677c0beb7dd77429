package dev.kinprint.lab;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers requests for a world, without any HTTP. The first, second, third request of a model for one conversation get
 * draws 0, 1, 2 of its answers, whatever else is asked in between; a request with a seed gets the draw of that number.
 */
final class Desk {
    private final Lab lab;
    private final Ledger ledger = new Ledger();
    private final Map<Stream, AtomicLong> draws = new ConcurrentHashMap<>();
    private final List<Wire> wires;

    Desk(Lab lab, Clock clock) {
        this.lab = lab;
        this.wires = List.of(new OpenAiWire(clock), new AnthropicWire(), new GeminiWire(), new OllamaWire(clock));
    }

    Ledger ledger() {
        return ledger;
    }

    /** The dialect of a path; that of OpenAI for a path that no dialect knows, since an error must have some shape. */
    Wire wire(String path) {
        return wires.stream().filter(wire -> wire.owns(path)).findFirst().orElseGet(() -> wires.get(0));
    }

    /** The body of the answer to a request. */
    Json answer(Wire wire, String path, Map<String, String> headers, byte[] body, String id) throws WireFault {
        if (!wire.owns(path)) {
            throw new WireFault(WireFault.Kind.NOT_FOUND, "no such path: " + path);
        }
        wire.admit(new Call(path, headers, new Json.Missing()));
        Ask ask = wire.read(new Call(path, headers, parse(body)));
        Resident resident = lab.resident(ask.model())
                .filter(known -> known.model().dialect() == wire.dialect())
                .orElseThrow(() -> new WireFault(
                        WireFault.Kind.NOT_FOUND, "model '" + ask.model() + "' not found, or not in this dialect"));
        ledger.enter(ask.model(), ask.conversation().prompt());
        long draw = ask.seed().orElseGet(() -> draws.computeIfAbsent(
                        new Stream(ask.model(), ask.conversation()), stream -> new AtomicLong())
                .getAndIncrement());
        return wire.reply(ask, Answer.to(ask, resident.answer(ask.conversation(), draw)), id);
    }

    private static Json parse(byte[] body) throws WireFault {
        try {
            return Json.parse(body);
        } catch (JsonFault e) {
            throw WireFault.invalid("body: " + e.getMessage());
        }
    }

    private record Stream(String model, Conversation conversation) {}
}
