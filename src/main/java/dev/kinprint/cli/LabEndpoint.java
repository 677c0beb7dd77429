package dev.kinprint.cli;

import dev.kinprint.lab.Dialect;

/**
 * How a model of the lab is reached, in the words of an audit file.
 *
 * @param provider the provider profile of its dialect
 * @param baseUrl where it listens
 */
record LabEndpoint(String provider, String baseUrl) {
    /**
     * The endpoint of a dialect.
     *
     * @param root where the lab listens, without a slash at the end
     */
    static LabEndpoint of(Dialect dialect, String root) {
        return switch (dialect) {
            case OPENAI_CHAT -> new LabEndpoint("openai-compatible", root + "/v1");
            case ANTHROPIC_MESSAGES -> new LabEndpoint("anthropic", root);
            case GEMINI_GENERATE -> new LabEndpoint("gemini", root);
            case OLLAMA_CHAT -> new LabEndpoint("ollama", root);
        };
    }
}
