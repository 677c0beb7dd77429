package dev.kinprint.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Jackson, made strict: UTF-8 checked before parsing, no duplicate keys, nothing after the value, limits on size. */
final class JsonText {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    /** More than any double has before or after its point, and few enough to be written out in full. */
    private static final int MOST_DIGITS = 400;

    /** U+2028 and U+2029 end a line in some readers, and an opening angle bracket can end an HTML script block. */
    private static final JsonFactory WRITER = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .characterEscapes(new SafeEscapes())
            .build();

    /** One for each set of limits; there are few of those in a program. */
    private static final Map<JsonLimits, JsonFactory> READERS = new ConcurrentHashMap<>();

    private JsonText() {}

    /** No names are remembered from one document to the next, so that no document can make another slow. */
    private static JsonFactory reader(JsonLimits limits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringLength())
                        .maxNumberLength(limits.numberLength())
                        .build())
                .build();
    }

    /** What is made of a document. */
    interface Reading<T> {
        T from(JsonParser parser) throws IOException, JsonFault;
    }

    static Json parse(byte[] utf8, JsonLimits limits) throws JsonFault {
        return parse(utf8, limits, JsonText::read);
    }

    /** Reads the one value that a document holds; the parser stands at its first token. */
    static <T> T parse(byte[] utf8, JsonLimits limits, Reading<T> reading) throws JsonFault {
        if (utf8.length > limits.bytes()) {
            throw new JsonFault("longer than " + limits.bytes() + " bytes");
        }
        // Jackson accepts overlong UTF-8 and lets a byte order mark change the encoding; the strict decoder does not.
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(utf8)),
                    limits,
                    reading);
        } catch (CharacterCodingException e) {
            throw new JsonFault("not valid UTF-8");
        }
    }

    private static <T> T parse(CharBuffer text, JsonLimits limits, Reading<T> reading) throws JsonFault {
        try (JsonParser parser = READERS.computeIfAbsent(limits, JsonText::reader)
                .createParser(text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonFault("empty document");
            }
            T value = reading.from(parser);
            if (parser.nextToken() != null) {
                throw new JsonFault("a second value after the first" + where(parser));
            }
            return value;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new JsonFault(reason(e) + place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jackson's messages quote the input, which may be hostile or hold a key: only their kind is passed on. */
    private static String reason(JsonProcessingException e) {
        String said = String.valueOf(e.getOriginalMessage());
        if (said.startsWith("Duplicate field")) {
            return "duplicate key";
        } else if (said.contains("exceeds the maximum")) {
            return "nested too deep, or a string or number too long";
        } else if (said.startsWith("Unexpected end-of-input")) {
            return "cut off";
        }
        return "not valid JSON";
    }

    static String where(JsonParser parser) {
        var at = parser.currentLocation();
        return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    static Json read(JsonParser parser) throws IOException, JsonFault {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                SortedMap<String, Json> members = new TreeMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                return new Json.Obj(members);
            }
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                return new Json.Arr(items);
            }
            case VALUE_STRING -> {
                return new Json.Str(parser.getText());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return new Json.Num(number(parser));
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return new Json.Bool(parser.getBooleanValue());
            }
            case VALUE_NULL -> {
                return new Json.Null();
            }
            default -> throw new JsonFault("not valid JSON" + where(parser));
        }
    }

    private static BigDecimal number(JsonParser parser) throws IOException, JsonFault {
        try {
            BigDecimal value = parser.getDecimalValue();
            if (Math.abs((long) value.precision() - value.scale()) <= MOST_DIGITS) {
                return value;
            }
        } catch (NumberFormatException exponentBeyondAnInt) {
            // falls through to the fault
        }
        throw new JsonFault("a number beyond any use" + where(parser));
    }

    static String write(Json value, boolean pretty) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = WRITER.createGenerator(out)) {
            if (pretty) {
                generator.setPrettyPrinter(
                        new DefaultPrettyPrinter().withArrayIndenter(INDENT).withObjectIndenter(INDENT));
            }
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(Json value, JsonGenerator generator) throws IOException {
        if (value instanceof Json.Obj obj) {
            generator.writeStartObject();
            for (Map.Entry<String, Json> member : obj.members().entrySet()) {
                generator.writeFieldName(wellFormed(member.getKey()));
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof Json.Arr arr) {
            generator.writeStartArray();
            for (Json item : arr.items()) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof Json.Str str) {
            generator.writeString(wellFormed(str.value()));
        } else if (value instanceof Json.Num num) {
            BigDecimal number =
                    num.value().signum() == 0 ? BigDecimal.ZERO : num.value().stripTrailingZeros();
            generator.writeNumber(number);
        } else if (value instanceof Json.Bool bool) {
            generator.writeBoolean(bool.value());
        } else if (value instanceof Json.Null) {
            generator.writeNull();
        } else {
            throw new IllegalArgumentException("value: a missing value cannot be written");
        }
    }

    /** A lone surrogate has no UTF-8 form; it becomes U+FFFD, visibly. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE) {
                return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE);
            }
            i += Character.charCount(point);
        }
        return text;
    }
}
