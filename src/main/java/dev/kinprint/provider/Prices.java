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

/** Prices with where and when each was read. A model that is not on the list has no known price, never one of nothing. */
public final class Prices {
    private static final Prices BUNDLED = load();

    private final List<Price> prices;

    private Prices(List<Price> prices) {
        this.prices = List.copyOf(prices);
    }

    /**
     * Where prices were read.
     *
     * @param date the day of which they are
     * @param url the page
     * @param what what that page is: the vendor's own, a copy of it, or a table after it
     */
    public record Source(LocalDate date, String url, String what) {}

    /**
     * What a model's tokens cost.
     *
     * @param profile the vendor's profile
     * @param model the model's name; a dated version of it costs the same
     * @param input US dollars for a million tokens of a question
     * @param output US dollars for a million tokens of an answer
     * @param source where they were read
     */
    public record Price(String profile, String model, BigDecimal input, BigDecimal output, Source source) {
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
            List<Price> prices = new ArrayList<>();
            for (Json group : Json.parse(in.readAllBytes()).at("sources").items()) {
                Source source =
                        new Source(LocalDate.parse(text(group, "date")), text(group, "url"), text(group, "what"));
                for (Json row : group.at("usdPerMillionTokens").items()) {
                    prices.add(new Price(
                            text(group, "profile"),
                            text(row, 0),
                            new BigDecimal(text(row, 1)),
                            new BigDecimal(text(row, 2)),
                            source));
                }
            }
            return new Prices(prices);
        } catch (JsonFault e) {
            throw new IllegalStateException("prices.json: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Json within, Object step) throws JsonFault {
        return within.at(step).text().orElseThrow(() -> new JsonFault(step + " is no text"));
    }
}
