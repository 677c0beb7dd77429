package dev.kinprint.provider;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The dialects by name, and the one door through which stored bytes become an answer. */
public final class Codecs {
    /** The dialect of answers that were made elsewhere: a JSON object whose member {@code text} is the answer. */
    public static final String IMPORTED = "imported";

    private static final SortedMap<String, Codec> ALL = new TreeMap<>(Map.of(
            "openai-chat", new OpenAiChat(),
            "anthropic-messages", new AnthropicMessages(),
            "openai-responses", new OpenAiResponses(),
            "bedrock-converse", new BedrockConverse(),
            "gemini-generate", new GeminiGenerate(),
            "ollama-native", new OllamaNative()));

    private Codecs() {}

    /**
     * The codec of a dialect.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Codec of(String dialect) {
        Codec codec = ALL.get(dialect);
        if (codec == null) {
            throw new IllegalArgumentException("dialect: unknown: " + dialect);
        }
        return codec;
    }

    /** The names of all dialects that can be spoken. */
    public static Set<String> dialects() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    /**
     * Reads a stored reply. It never throws on bytes.
     *
     * @param dialect how it is written
     * @param profile whose it is; says how the name of the model that answered must agree
     * @param model the model that was asked
     * @throws IllegalArgumentException where the dialect is unknown
     */
    public static Answer read(
            String dialect, String profile, String model, int status, Map<String, String> headers, byte[] body) {
        if (dialect.equals(IMPORTED)) {
            return new Imported().decode(status, headers, body);
        }
        Codec codec = of(dialect);
        Optional<byte[]> plain = Inflated.body(headers, body);
        if (plain.isEmpty()) {
            return status == 200
                    ? Answer.error(Fault.of(FaultKind.UNREADABLE, "compressed"))
                    : codec.decode(status, headers, new byte[0]);
        }
        Optional<Profile> known = Profiles.find(profile);
        return codec.decode(status, headers, plain.get())
                .served(
                        known.map(Profile::served).orElse(ServedRule.SAME),
                        known.map(vendor -> vendor.split(model).model()).orElse(model));
    }
}
