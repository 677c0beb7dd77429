package dev.kinprint.provider;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dated list of prices. A model that is not on it has no known price, which is never a price of nothing. */
public final class Prices {
    private static final Prices BUNDLED = load();

    private final LocalDate date;
    private final String source;
    private final List<Price> prices;

    private Prices(LocalDate date, String source, List<Price> prices) {
        this.date = date;
        this.source = source;
        this.prices = List.copyOf(prices);
    }

    /**
     * What a model's tokens cost.
     *
     * @param profile the vendor's profile
     * @param model the model's name; a dated version of it costs the same
     * @param input US dollars for a million tokens of a question
     * @param output US dollars for a million tokens of an answer
     */
    public record Price(String profile, String model, BigDecimal input, BigDecimal output) {
        /** Refuses negative prices. */
        public Price {
            if (input.signum() < 0 || output.signum() < 0) {
                throw new IllegalArgumentException("input, output: negative for " + model);
            }
        }

        /** The cost of so many tokens in billionths of a US dollar, rounded up. */
        public long nanoUsd(long inputTokens, long outputTokens) {
            BigDecimal perMillion = input.multiply(BigDecimal.valueOf(inputTokens))
                    .add(output.multiply(BigDecimal.valueOf(outputTokens)));
            return perMillion
                    .movePointRight(3)
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
        }
    }

    /** The list that comes with this version. */
    public static Prices bundled() {
        return BUNDLED;
    }

    /** The day on which the prices were read. */
    public LocalDate date() {
        return date;
    }

    /** Where the prices come from, in a few words. */
    public String source() {
        return source;
    }

    /** The price of a model, where it is known. */
    public Optional<Price> find(String profile, String model) {
        return prices.stream()
                .filter(price -> price.profile().equals(profile) && ServedRule.SAME.allows(price.model(), model))
                .findFirst();
    }

    private static Prices load() {
        try (InputStream in = Prices.class.getResourceAsStream("prices.json")) {
            if (in == null) {
                throw new IllegalStateException("prices.json is not on the class path");
            }
            Json file = Json.parse(in.readAllBytes());
            List<Price> prices = new ArrayList<>();
            for (Json row : file.at("usdPerMillionTokens").items()) {
                prices.add(new Price(
                        text(row, 0), text(row, 1), new BigDecimal(text(row, 2)), new BigDecimal(text(row, 3))));
            }
            return new Prices(
                    LocalDate.parse(file.at("date").text().orElse("")),
                    file.at("source").text().orElse(""),
                    prices);
        } catch (JsonFault e) {
            throw new IllegalStateException("prices.json: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Json row, int column) throws JsonFault {
        return row.at(column).text().orElseThrow(() -> new JsonFault("column " + column + " is no text"));
    }
}
