package dev.kinprint.cli;

import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** Stored cells, and money, for whoever reads JSON. */
final class CellData {
    private static final int NANO = 9;

    private CellData() {}

    /** Which cell it is, and how it stands. */
    static Json.Obj standing(StoredExchange held) {
        CellKey key = held.cell().key();
        return Json.object(
                "model", key.subject(),
                "probe", key.probe(),
                "sample", key.sample(),
                "state", held.state().toString(),
                "reason", held.reason());
    }

    /** All that the archive holds of a cell. */
    static Json exchange(StoredExchange held) {
        return Json.object(
                "cell", standing(held),
                "attempts", held.attempts(),
                "at", held.at().toString(),
                "provider", held.cell().profile(),
                "dialect", held.cell().dialect(),
                "baseUrl", held.cell().baseUrl(),
                "sentModel", held.cell().model(),
                "usd", usd(held.cost()),
                "request", text(held.cell().request()),
                "status", held.reply().map(reply -> reply.status()),
                "headers", held.reply().map(reply -> reply.headers()),
                "body", held.reply().map(reply -> text(reply.body())));
    }

    /** Billionths of a US dollar as US dollars. */
    static Optional<BigDecimal> usd(OptionalLong nano) {
        return nano.isPresent() ? Optional.of(BigDecimal.valueOf(nano.getAsLong(), NANO)) : Optional.empty();
    }

    static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }
}
