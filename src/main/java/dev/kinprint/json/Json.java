package dev.kinprint.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An immutable JSON value (RFC 8259).
 *
 * <p>Reading never throws on a missing or mistyped member: {@link #at} leads to {@link Missing}, and the typed readers
 * answer with an empty {@link Optional}. Whoever needs the member says what its absence means.
 */
public sealed interface Json {
    /** An object; its keys are kept sorted by code unit, which is also the order in which they are written. */
    record Obj(SortedMap<String, Json> members) implements Json {
        /** Copies the members. */
        public Obj {
            members = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        /** Copies the items. */
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Str(String value) implements Json {}

    /** A finite number, kept exactly as written. */
    record Num(BigDecimal value) implements Json {}

    /** A truth value. */
    record Bool(boolean value) implements Json {}

    /** The JSON literal null. */
    record Null() implements Json {}

    /** The absence of a value; the end of a path that does not exist. It cannot be written. */
    record Missing() implements Json {}

    /** An object from alternating keys and values, the values as {@link #of(Object)} takes them. */
    static Obj object(Object... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("keysAndValues: a key without a value");
        }
        SortedMap<String, Json> members = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String key = (String) keysAndValues[i];
            if (members.put(key, of(keysAndValues[i + 1])) != null) {
                throw new IllegalArgumentException("keysAndValues: key " + key + " twice");
            }
        }
        return new Obj(members);
    }

    /** An array of values as {@link #of(Object)} takes them. */
    static Arr array(Collection<?> values) {
        List<Json> items = new ArrayList<>(values.size());
        for (Object value : values) {
            items.add(of(value));
        }
        return new Arr(items);
    }

    /**
     * A JSON value for a Java value: {@link Json}, {@link CharSequence}, {@link Boolean}, a {@link Number}, a
     * collection, a map with string keys, or an {@link Optional} (empty becomes null).
     *
     * @throws IllegalArgumentException for a number that is not finite, or any other type
     */
    static Json of(Object value) {
        if (value instanceof Json json) {
            return json;
        } else if (value instanceof CharSequence text) {
            return new Str(text.toString());
        } else if (value instanceof Boolean truth) {
            return new Bool(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            return new Num(BigDecimal.valueOf(((Number) value).longValue()));
        } else if (value instanceof BigDecimal decimal) {
            return new Num(decimal);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("value: not a finite number: " + number);
            }
            return new Num(BigDecimal.valueOf(number));
        } else if (value instanceof Collection<?> values) {
            return array(values);
        } else if (value instanceof Map<?, ?> map) {
            SortedMap<String, Json> members = new TreeMap<>();
            map.forEach((key, item) -> {
                if (!(key instanceof String name)) {
                    throw new IllegalArgumentException("value: a key that is no string: " + key);
                }
                members.put(name, of(item));
            });
            return new Obj(members);
        } else if (value instanceof Optional<?> optional) {
            return optional.map(Json::of).orElseGet(Null::new);
        }
        throw new IllegalArgumentException("value: no JSON form for " + value.getClass());
    }

    /**
     * Follows a path of member names (strings) and array positions (integers).
     *
     * @return the value there, or {@link Missing}
     */
    default Json at(Object... path) {
        Json here = this;
        for (Object step : path) {
            if (step instanceof String name && here instanceof Obj obj) {
                here = obj.members().getOrDefault(name, new Missing());
            } else if (step instanceof Integer index
                    && here instanceof Arr arr
                    && index >= 0
                    && index < arr.items().size()) {
                here = arr.items().get(index);
            } else {
                return new Missing();
            }
        }
        return here;
    }

    /** Whether there is a value here; null is one. */
    default boolean present() {
        return !(this instanceof Missing);
    }

    /** This string, or empty where this is no string. */
    default Optional<String> text() {
        return this instanceof Str str ? Optional.of(str.value()) : Optional.empty();
    }

    /** This number as a double, or empty where this is no number or one beyond the range of a double. */
    default Optional<Double> number() {
        return this instanceof Num num && Double.isFinite(num.value().doubleValue())
                ? Optional.of(num.value().doubleValue())
                : Optional.empty();
    }

    /** This number as a whole number, or empty where this is none or it does not fit a long. */
    default Optional<Long> whole() {
        if (this instanceof Num num
                && num.value().precision() - num.value().scale() <= 19
                && num.value().stripTrailingZeros().scale() <= 0) {
            try {
                return Optional.of(num.value().longValueExact());
            } catch (ArithmeticException beyondLong) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** This truth value, or empty where this is none. */
    default Optional<Boolean> truth() {
        return this instanceof Bool bool ? Optional.of(bool.value()) : Optional.empty();
    }

    /** The items of this array; none where this is no array. */
    default List<Json> items() {
        return this instanceof Arr arr ? arr.items() : List.of();
    }

    /** The members of this object in the order of their keys; none where this is no object. */
    default Map<String, Json> members() {
        return this instanceof Obj obj ? obj.members() : Map.of();
    }

    /**
     * Reads one value from UTF-8 bytes under {@link JsonLimits#DEFAULT}.
     *
     * @throws JsonFault where the bytes are not exactly one valid value
     */
    static Json parse(byte[] utf8) throws JsonFault {
        return JsonText.parse(utf8, JsonLimits.DEFAULT);
    }

    /**
     * Reads one value from UTF-8 bytes.
     *
     * @throws JsonFault where the bytes are not exactly one valid value, or pass a limit
     */
    static Json parse(byte[] utf8, JsonLimits limits) throws JsonFault {
        return JsonText.parse(utf8, limits);
    }

    /** This value in its one canonical form: keys sorted, no white space, UTF-8. */
    default byte[] canonical() {
        return JsonText.write(this, false).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical form with line breaks and indentation, for files that people read; ends with a line feed. */
    default String pretty() {
        return JsonText.write(this, true) + "\n";
    }
}
