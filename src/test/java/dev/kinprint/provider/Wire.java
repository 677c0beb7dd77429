package dev.kinprint.provider;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One vendor's side of the contract: how a good answer of every dialect looks. */
enum Wire {
    OPENAI_CHAT("openai-chat", "openai-compatible", """
            {"id":"r-1","model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":%s},\
            "finish_reason":"%s"}],"usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12}}""", "stop", "length", "content_filter"),
    ANTHROPIC_MESSAGES("anthropic-messages", "anthropic", """
            {"id":"r-1","type":"message","role":"assistant","model":"m-1","content":[{"type":"text","text":%s}],\
            "stop_reason":"%s","usage":{"input_tokens":5,"output_tokens":7}}""", "end_turn", "max_tokens", "refusal"),
    GEMINI_GENERATE("gemini-generate", "gemini", """
            {"responseId":"r-1","modelVersion":"m-1","candidates":[{"content":{"role":"model","parts":[{"text":%s}]},\
            "finishReason":"%s"}],"usageMetadata":{"promptTokenCount":5,"candidatesTokenCount":7}}""", "STOP", "MAX_TOKENS", "SAFETY"),
    OLLAMA_NATIVE("ollama-native", "ollama", """
            {"model":"m-1","message":{"role":"assistant","content":%s},"done":true,"done_reason":"%s",\
            "prompt_eval_count":5,"eval_count":7}""", "stop", "length", ""),
    OPENAI_RESPONSES("openai-responses", "openai-responses", """
            {"id":"r-1","model":"m-1","status":"%2$s","incomplete_details":null,"output":[\
            {"type":"reasoning","summary":[]},\
            {"type":"message","content":[{"type":"output_text","text":%1$s}]}],\
            "usage":{"input_tokens":5,"output_tokens":7}}""", "completed", "max_output_tokens", "content_filter") {
        @Override
        String reply(String jsonText, String finish) {
            return finish.equals(limit) || finish.equals(withheld)
                    ? super.reply(jsonText, "incomplete")
                            .replace(
                                    "\"incomplete_details\":null",
                                    "\"incomplete_details\":{\"reason\":\"" + finish + "\"}")
                    : super.reply(jsonText, finish);
        }
    },
    BEDROCK_CONVERSE("bedrock-converse", "bedrock", """
            {"output":{"message":{"role":"assistant","content":[{"text":%s}]}},"stopReason":"%s",\
            "usage":{"inputTokens":5,"outputTokens":7,"totalTokens":12},"metrics":{"latencyMs":9}}""", "end_turn", "max_tokens", "guardrail_intervened");

    final String dialect;
    final String profile;
    private final String template;
    final String whole;
    final String limit;
    final String withheld;

    Wire(String dialect, String profile, String template, String whole, String limit, String withheld) {
        this.dialect = dialect;
        this.profile = profile;
        this.template = template;
        this.whole = whole;
        this.limit = limit;
        this.withheld = withheld;
    }

    /** A reply with the given text, as JSON, that ended in the given way. */
    String reply(String jsonText, String finish) {
        return template.formatted(jsonText, finish);
    }

    Answer read(int status, String body) {
        return read(status, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer read(int status, byte[] body) {
        return read(status, Map.of(), body);
    }

    Answer read(int status, Map<String, String> headers, byte[] body) {
        return Codecs.read(dialect, profile, "m-1", status, headers, body);
    }

    WireRequest encode(Map<String, String> params, boolean lenient) {
        return Codecs.of(dialect)
                .encode(
                        Profiles.find(profile).orElseThrow(),
                        new Ask(
                                "m-1",
                                List.of(
                                        new Message(true, "Name a bird."),
                                        new Message(false, "A wren."),
                                        new Message(true, "Another?")),
                                64,
                                new TreeMap<>(params)),
                        lenient);
    }
}
