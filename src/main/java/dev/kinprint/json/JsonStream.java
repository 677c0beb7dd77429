package dev.kinprint.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * A document read from front to back, for one of so many values that to hold them all would take longer than to use them.
 * It is as strict as {@link Json#parse(byte[], JsonLimits)}. Each value is read once, by one of the methods here.
 */
public final class JsonStream {
    private final JsonParser parser;

    JsonStream(JsonParser parser) {
        this.parser = parser;
    }

    /** What to do with the value that comes next: read it, whole. */
    @FunctionalInterface
    public interface Reader {
        /** Reads the value. */
        void read(JsonStream value) throws IOException, JsonFault;
    }

    /** What to do with a member of an object: read its value, whole. */
    @FunctionalInterface
    public interface MemberReader {
        /** Reads the value of the member of that name. */
        void read(String name, JsonStream value) throws IOException, JsonFault;
    }

    /**
     * Reads a document.
     *
     * @throws JsonFault where the bytes are not exactly one valid value, or pass a limit, or the reader says so
     */
    public static void read(byte[] utf8, JsonLimits limits, Reader reader) throws JsonFault {
        JsonText.parse(utf8, limits, parser -> {
            reader.read(new JsonStream(parser));
            return true;
        });
    }

    /** Reads an object, member by member. */
    public void members(MemberReader reader) throws IOException, JsonFault {
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            reader.read(name, this);
        }
    }

    /** Reads an array, item by item. */
    public void items(Reader reader) throws IOException, JsonFault {
        expect(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.read(this);
        }
    }

    /** Reads a value as {@link Json}. */
    public Json value() throws IOException, JsonFault {
        return JsonText.read(parser);
    }

    /** Reads a finite number, the nearest double; or null, which gives nothing. */
    public OptionalDouble number() throws IOException, JsonFault {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return OptionalDouble.empty();
        } else if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new JsonFault("a number beyond any use" + JsonText.where(parser));
        }
        return OptionalDouble.of(number);
    }

    private void expect(JsonToken token, String kind) throws JsonFault {
        if (parser.currentToken() != token) {
            throw new JsonFault("not " + kind + JsonText.where(parser));
        }
    }
}
