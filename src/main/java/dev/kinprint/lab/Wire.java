package dev.kinprint.lab;

import dev.kinprint.json.Json;
import java.util.Map;

/** One dialect, from the server's side. */
sealed interface Wire permits OpenAiWire, AnthropicWire, GeminiWire, OllamaWire {
    /** The models that are asked in it. */
    Dialect dialect();

    /** Whether a path is an endpoint of this dialect. */
    boolean owns(String path);

    /** Checks the key and headers, before the body is looked at. */
    void admit(Call call) throws WireFault;

    /** Understands a request. */
    Ask read(Call call) throws WireFault;

    /**
     * The body of an answer.
     *
     * @param ask what was asked
     * @param answer what is answered
     * @param id differs for each request
     */
    Json reply(Ask ask, Answer answer, String id);

    /** The body of an error. */
    Json error(WireFault fault, String id);

    /** Headers that carry the id of a request. */
    Map<String, String> headers(String id);
}
