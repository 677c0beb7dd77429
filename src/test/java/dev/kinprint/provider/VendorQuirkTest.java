package dev.kinprint.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single vendors do in their own way, each in a body of our own making. */
class VendorQuirkTest {
    private static Answer openai(int status, String body) {
        return Wire.OPENAI_CHAT.read(status, body);
    }

    private static Optional<FaultKind> kind(Answer answer) {
        return answer.fault().map(Fault::kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            429 | {"error":{"message":"m","type":"insufficient_quota","code":"insufficient_quota"}} | QUOTA
            429 | {"error":{"message":"m","type":"requests","code":"rate_limit_exceeded"}}          | RATE_LIMITED
            429 | {"error":{"message":"m","type":"x","code":"organization_spend_limit_exceeded"}}   | QUOTA
            400 | {"error":{"message":"Error 429: slow down","code":"context_length_exceeded"}}     | BAD_REQUEST
            400 | {"error":{"message":"m","type":"invalid_request_error","code":"unsupported_parameter"}} | BAD_REQUEST
            429 | {"error":{"message":"m","type":"engine_overloaded_error"}}                        | OVERLOADED
            403 | {"error":{"message":"m","type":"exceeded_current_quota_error"}}                   | QUOTA
            200 | {"error":{"code":502,"message":"m","metadata":{"provider_name":"p","raw":{}}}}    | SERVER
            200 | {"error":{"code":429,"message":"m"}}                                              | RATE_LIMITED
            200 | {"error":{"code":402,"message":"m"}}                                              | QUOTA
            200 | {"code":"unavailable","error":"The service is currently unavailable"}             | SERVER
            400 | {"code":"invalid-argument","error":"no such thing"}                               | BAD_REQUEST
            200 | {"base_resp":{"status_code":1002,"status_msg":"m"}}                               | RATE_LIMITED
            200 | {"base_resp":{"status_code":1004,"status_msg":"m"}}                               | AUTHENTICATION
            200 | {"base_resp":{"status_code":1008,"status_msg":"m"}}                               | QUOTA
            429 | {"object":"error","message":"m","type":"x","code":"1300"}                         | RATE_LIMITED
            422 | {"detail":[{"loc":["body"]}]}                                                     | BAD_REQUEST
            404 | {"error":{"message":"m","code":"model_not_found"}}                                | NOT_FOUND
            """)
    void theVendorsCodeComesBeforeTheStatus(int status, String body, FaultKind expected) {
        assertThat(kind(openai(status, body))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | {"error":{"code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}} | content_filter
            403 | {"error":{"code":403,"message":"m","metadata":{"reasons":["violence"]}}}                 | moderation
            200 | {"base_resp":{"status_code":1026,"status_msg":"m"}}                                      | input_sensitive
            """)
    void aFilteredQuestionIsDataWhateverTheStatus(int status, String body, String category) {
        Answer answer = openai(status, body);
        assertThat(answer.outcome()).isEqualTo(Outcome.FILTERED);
        assertThat(answer.category()).contains(category);
    }

    @Test
    void aRefusalStandsApartFromTheText() {
        Answer answer = openai(200, """
                {"model":"m-1","choices":[{"message":{"content":null,"refusal":"I will not."},"finish_reason":"stop"}]}""");
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.refusal()).contains("I will not.");
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void anthropicRefusesWithoutContentAndNamesTheCategory() {
        Answer answer = Wire.ANTHROPIC_MESSAGES.read(200, """
                {"model":"m-1","content":[],"stop_reason":"refusal","stop_details":{"type":"refusal","category":"cyber"}}""");
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.category()).contains("cyber");
    }

    @Test
    void anthropicThinkingIsKeptApartAndAnUnknownBlockIsNoAnswer() {
        String body = """
                {"model":"m-1","content":[{"type":"thinking","thinking":"hm","signature":"s"},\
                {"type":"text","text":"A "},{"type":"text","text":"wren."}],"stop_reason":"end_turn",\
                "usage":{"input_tokens":1,"cache_read_input_tokens":2,"cache_creation_input_tokens":3,"output_tokens":9}}""";
        Answer answer = Wire.ANTHROPIC_MESSAGES.read(200, body);
        assertThat(answer.text()).isEqualTo("A wren.");
        assertThat(answer.reasoning()).contains("hm");
        assertThat(answer.usage().input()).contains(6L);
        assertThat(kind(Wire.ANTHROPIC_MESSAGES.read(200, body.replace("\"thinking\",", "\"hologram\","))))
                .contains(FaultKind.UNSUPPORTED);
        assertThat(Wire.ANTHROPIC_MESSAGES
                        .read(200, body.replace("\"thinking\",", "\"fallback\","))
                        .outcome())
                .isEqualTo(Outcome.WRONG_MODEL);
    }

    @Test
    void anthropicOverloadIsWorthWaitingFor() {
        assertThat(kind(Wire.ANTHROPIC_MESSAGES.read(
                        529, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"m\"}}")))
                .contains(FaultKind.OVERLOADED);
        assertThat(kind(Wire.ANTHROPIC_MESSAGES.read(
                        400, "{\"type\":\"error\",\"error\":{\"type\":\"billing_error\",\"message\":\"m\"}}")))
                .contains(FaultKind.QUOTA);
    }

    @Test
    void geminiMayHoldNoCandidatesNoContentAndOnlyThoughts() {
        Wire gemini = Wire.GEMINI_GENERATE;
        Answer blocked = gemini.read(200, "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}");
        assertThat(blocked.outcome()).isEqualTo(Outcome.FILTERED);
        assertThat(blocked.category()).contains("PROHIBITED_CONTENT");
        assertThat(gemini.read(200, "{\"candidates\":[{\"finishReason\":\"RECITATION\"}]}")
                        .outcome())
                .isEqualTo(Outcome.FILTERED);
        assertThat(gemini.read(200, "{\"candidates\":[{\"finishReason\":\"STOP\"}]}")
                        .outcome())
                .isEqualTo(Outcome.EMPTY);
        assertThat(gemini.read(200, """
                        {"candidates":[{"content":{"parts":[{"text":"hm","thought":true}]},"finishReason":"MAX_TOKENS"}],\
                        "usageMetadata":{"thoughtsTokenCount":64}}""").outcome()).isEqualTo(Outcome.REASONING_ONLY);
        assertThat(gemini.read(200, """
                        {"candidates":[{"content":{"parts":[{"text":"A wren."}]},"finishReason":"STOP"}],\
                        "usageMetadata":{"candidatesTokenCount":4,"thoughtsTokenCount":60}}""").usage().output()).contains(64L);
    }

    @Test
    void geminiSaysHowLongToWaitAndWhenTheDayIsOver() {
        String body = """
                [{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[\
                {"@type":"QuotaFailure","violations":[{"quotaId":"RequestsPerMinute"}]},\
                {"@type":"RetryInfo","retryDelay":"22.5s"}]}}]""";
        Answer answer = Wire.GEMINI_GENERATE.read(429, body);
        assertThat(answer.fault())
                .contains(new Fault(FaultKind.RATE_LIMITED, "429", Optional.of(Duration.ofMillis(22_500))));
        assertThat(kind(Wire.GEMINI_GENERATE.read(429, body.replace("PerMinute", "PerDayPerProject"))))
                .contains(FaultKind.QUOTA);
    }

    @Test
    void mistralAnswersInChunks() {
        Answer answer = openai(200, """
                {"model":"m-1","choices":[{"message":{"content":[{"type":"thinking","thinking":[{"type":"text",\
                "text":"hm"}]},{"type":"text","text":"A wren."}]},"finish_reason":"stop"}]}""");
        assertThat(answer.text()).isEqualTo("A wren.");
        assertThat(answer.reasoning()).contains("hm");
    }

    @Test
    void thoughtsBesideTheAnswerAreCountedOnce() {
        String body = """
                {"model":"m-1","choices":[{"message":{"content":"A wren.","reasoning_content":"hm"},\
                "finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":4,"total_tokens":%s,\
                "completion_tokens_details":{"reasoning_tokens":3}}}""";
        assertThat(openai(200, body.formatted(17)).usage().output()).contains(7L);
        assertThat(openai(200, body.formatted(14)).usage().output()).contains(4L);
        assertThat(openai(200, body.formatted(14)).reasoning()).contains("hm");
    }

    @Test
    void aToolCallIsNoAnswer() {
        assertThat(kind(openai(200, """
                        {"model":"m-1","choices":[{"message":{"content":null,"tool_calls":[{"id":"x"}]},\
                        "finish_reason":"tool_calls"}]}"""))).contains(FaultKind.UNSUPPORTED);
    }

    @Test
    void brokenOffByTheVendorMayHaveBeenPaidFor() {
        assertThat(kind(openai(200, """
                        {"model":"m-1","choices":[{"message":{"content":"A wr"},\
                        "finish_reason":"insufficient_system_resource"}]}"""))).contains(FaultKind.CUT);
    }

    @Test
    void paymentRequiredWithATimeIsWorthWaitingFor() {
        byte[] body = "{\"error\":{\"code\":402,\"message\":\"m\"}}".getBytes(StandardCharsets.UTF_8);
        Decoder codec = Codecs.of("openai-chat");
        assertThat(kind(codec.decode(402, Map.of(), body))).contains(FaultKind.QUOTA);
        assertThat(kind(codec.decode(402, Map.of("retry-after", "9"), body))).contains(FaultKind.RATE_LIMITED);
    }

    @Test
    void codesFromOutsideAreKeptShortAndPlain() {
        Answer answer = openai(400, "{\"error\":{\"code\":\"" + "x\u001b[2J\u202e".repeat(50) + "\"}}");
        assertThat(answer.fault().orElseThrow().code()).isEqualTo("400");
        assertThat(Fault.of(FaultKind.SERVER, "a\u001b[2J<b>".repeat(40)).code())
                .hasSize(80)
                .matches("[a-zA-Z0-9?]*");
    }

    @Test
    void importedAnswersComeThroughTheSameDoor() {
        byte[] body = "{\"text\":\"A wren.\"}".getBytes(StandardCharsets.UTF_8);
        Answer answer = Codecs.read(Codecs.IMPORTED, "imported", "any", 0, Map.of(), body);
        assertThat(answer.outcome()).isEqualTo(Outcome.OK);
        assertThat(answer.text()).isEqualTo("A wren.");
        byte[] empty = "{\"text\":\"\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(Codecs.read(Codecs.IMPORTED, "imported", "any", 0, Map.of(), empty)
                        .outcome())
                .isEqualTo(Outcome.EMPTY);
        byte[] other = "{\"words\":\"\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(Codecs.read(Codecs.IMPORTED, "imported", "any", 0, Map.of(), other)
                        .outcome())
                .isEqualTo(Outcome.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o-2024-08-06, true",
        "gpt-4o, gpt-4o-mini, false",
        "gpt-4, gpt-4-0613, true",
        "gpt-4, gpt-4-turbo-2024-04-09, false",
        "gpt-4o-2024-05-13, gpt-4o-2024-08-06, false",
        "gpt-5, gpt-5.1, false",
        "claude-opus-4, claude-opus-4-1, false",
        "claude-sonnet-4-5, claude-sonnet-4-5-20250929, true",
        "claude-3-5-sonnet-latest, claude-3-5-sonnet-20241022, true",
        "gemini-2.5-pro, models/gemini-2.5-pro-preview-05-06, true",
        "gemini-1.5-pro, gemini-1.5-pro-002, true",
        "llama3.2, llama3.2:latest, true",
        "llama3, llama3.2, false",
        "llama3.2:1b, llama3.2:3b, false",
        "openai/gpt-4o, gpt-4o, true",
        "acme-large, acme-large-0801, true",
        "acme-large, gpt-4o, false",
        "model-405, model-110, false"
    })
    void aDatedNameIsTheSameModelAndANeighbourIsNot(String asked, String served, boolean same) {
        assertThat(ServedRule.SAME.allows(asked, served)).isEqualTo(same);
        assertThat(ServedRule.UNCHECKED.allows(asked, served)).isTrue();
    }

    @Test
    void requestsAreWrittenAsEachVendorWantsThem() {
        Map<String, String> params = Map.of("temperature", "0.7", "topP", "1");
        assertThat(body(Wire.OPENAI_CHAT, params)).isEqualTo("""
                {"max_tokens":64,"messages":[{"content":"Name a bird.","role":"user"},\
                {"content":"A wren.","role":"assistant"},{"content":"Another?","role":"user"}],"model":"m-1",\
                "temperature":0.7,"top_p":1}""");
        assertThat(body(Wire.ANTHROPIC_MESSAGES, params)).isEqualTo("""
                {"max_tokens":64,"messages":[{"content":"Name a bird.","role":"user"},\
                {"content":"A wren.","role":"assistant"},{"content":"Another?","role":"user"}],"model":"m-1",\
                "temperature":0.7,"top_p":1}""");
        assertThat(body(Wire.GEMINI_GENERATE, params)).isEqualTo("""
                {"contents":[{"parts":[{"text":"Name a bird."}],"role":"user"},\
                {"parts":[{"text":"A wren."}],"role":"model"},{"parts":[{"text":"Another?"}],"role":"user"}],\
                "generationConfig":{"maxOutputTokens":64,"temperature":0.7,"topP":1}}""");
        assertThat(body(Wire.OLLAMA_NATIVE, params)).isEqualTo("""
                {"messages":[{"content":"Name a bird.","role":"user"},{"content":"A wren.","role":"assistant"},\
                {"content":"Another?","role":"user"}],"model":"m-1","options":{"num_ctx":8192,"num_predict":64,\
                "temperature":0.7,"top_p":1},"stream":false}""");
        assertThat(Wire.ANTHROPIC_MESSAGES.encode(Map.of(), false).headers())
                .containsExactly(Map.entry("anthropic-version", "2023-06-01"));
    }

    private static String body(Wire wire, Map<String, String> params) {
        return new String(wire.encode(params, false).body().canonical(), StandardCharsets.UTF_8);
    }

    @Test
    void aModelNameCannotLeaveItsPlaceInThePath() {
        Ask ask = new Ask("../../x?key=y#z w", List.of(new Message(true, "Hi")), 1, new TreeMap<>());
        WireRequest request =
                Codecs.of("gemini-generate").encode(Profiles.find("gemini").orElseThrow(), ask, false);
        assertThat(request.path()).isEqualTo("/v1beta/models/..%2F..%2Fx%3Fkey%3Dy%23z%20w:generateContent");
    }

    @Test
    void reasoningModelsTakeNoTemperature() {
        Profile openai = Profiles.find("openai").orElseThrow();
        assertThat(openai.refuses("gpt-5-mini", "temperature", new TreeMap<>())).isPresent();
        assertThat(openai.refuses("gpt-4o", "temperature", new TreeMap<>())).isEmpty();
        assertThat(openai.refuses("gpt-4o", "topK", new TreeMap<>())).isPresent();
    }

    @Test
    void responsesMayThinkFirstAndAnswerInSeveralParts() {
        Answer answer = Wire.OPENAI_RESPONSES.read(200, """
                {"model":"m-1","status":"completed","output":[
                 {"type":"reasoning","summary":[{"type":"summary_text","text":"birds"}]},
                 {"type":"message","content":[{"type":"output_text","text":"A "},{"type":"output_text","text":"wren."}]}],
                 "usage":{"input_tokens":3,"output_tokens":9,"output_tokens_details":{"reasoning_tokens":6}}}""");
        assertThat(answer.text()).isEqualTo("A wren.");
        assertThat(answer.reasoning()).contains("birds");
        assertThat(answer.usage()).isEqualTo(new Usage(Optional.of(3L), Optional.of(9L), Optional.of(6L)));
    }

    @Test
    void responsesRefuseInAPartAndFailInsideAGoodStatus() {
        assertThat(Wire.OPENAI_RESPONSES.read(200, """
                                {"model":"m-1","status":"completed","output":[{"type":"message","content":[{"type":"refusal","refusal":"No."}]}]}""").refusal()).contains("No.");
        assertThat(kind(Wire.OPENAI_RESPONSES.read(
                        200, "{\"status\":\"failed\",\"error\":{\"code\":\"server_error\"},\"output\":[]}")))
                .contains(FaultKind.SERVER);
        assertThat(kind(Wire.OPENAI_RESPONSES.read(200, "{\"status\":\"failed\",\"error\":null,\"output\":[]}")))
                .contains(FaultKind.CUT);
        assertThat(new String(
                        Wire.OPENAI_RESPONSES.encode(Map.of(), false).body().canonical(), StandardCharsets.UTF_8))
                .contains("\"store\":false");
    }

    @Test
    void bedrockNamesErrorsInAHeaderOrInTheBody() {
        byte[] nothing = "{\"message\":\"m\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(kind(Wire.BEDROCK_CONVERSE.read(
                        400, Map.of("x-amzn-errortype", "ServiceQuotaExceededException:http://aws/"), nothing)))
                .contains(FaultKind.QUOTA);
        assertThat(kind(Wire.BEDROCK_CONVERSE.read(424, Map.of("x-amzn-errortype", "ModelErrorException"), nothing)))
                .contains(FaultKind.GATEWAY);
        assertThat(kind(Wire.BEDROCK_CONVERSE.read(429, "{\"__type\":\"com.amazon#ModelNotReadyException\"}")))
                .contains(FaultKind.OVERLOADED);
        assertThat(kind(Wire.BEDROCK_CONVERSE.read(400, "{\"__type\":\"ValidationException\"}")))
                .contains(FaultKind.BAD_REQUEST);
    }

    @Test
    void bedrockWritesTheModelIntoThePath() {
        Profile bedrock = Profiles.find("bedrock").orElseThrow();
        Ask ask = new Ask("arn:aws:bedrock:eu-west-1::m/a b+c", List.of(new Message(true, "x")), 5, new TreeMap<>());
        assertThat(Codecs.of("bedrock-converse").encode(bedrock, ask, false).path())
                .isEqualTo("/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A%3Am%2Fa%20b%2Bc/converse");
        Answer thought = Wire.BEDROCK_CONVERSE.read(200, """
                {"output":{"message":{"content":[{"reasoningContent":{"reasoningText":{"text":"hm"}}},{"text":"A wren."}]}},
                 "stopReason":"end_turn"}""");
        assertThat(thought.text()).isEqualTo("A wren.");
        assertThat(thought.reasoning()).contains("hm");
    }
}
