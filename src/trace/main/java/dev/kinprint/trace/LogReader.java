package dev.kinprint.trace;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kinprint.fault.OperatorError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** Reads a log, names every row that it leaves out, and refuses what is no log at all. */
final class LogReader {
    private static final String CORRUPT = "_kinprint_corrupt";
    private static final String REPLACEMENT = "\uFFFD";
    private static final int LOOKED_AT = 1_000;
    private static final double MILLISECONDS_FROM = 1e11;
    private static final int PSEUDONYM = 16;

    private final SparkSession spark;
    private final LogFormat format;
    private final Columns columns;
    private final Optional<String> salt;

    /**
     * A reader.
     *
     * @param salt what account ids are hashed with at once; empty to keep them as they are
     */
    LogReader(SparkSession spark, LogFormat format, Columns columns, Optional<String> salt) {
        this.spark = spark;
        this.format = format;
        this.columns = columns;
        this.salt = salt;
    }

    /**
     * Reads files or folders.
     *
     * @throws OperatorError where a column is missing, a file is damaged, or no row is left
     */
    ExchangeLog read(List<String> paths) {
        String where = String.join(", ", paths);
        return Engine.reading(where, () -> {
            Dataset<Row> judged = judged(raw(paths.toArray(String[]::new), where));
            Intake intake = intake(judged);
            if (intake.kept() == 0) {
                throw new OperatorError(
                        OperatorError.Kind.INSUFFICIENT,
                        "The log holds no exchange",
                        where,
                        intake.words(),
                        "Check --format and --columns.");
            }
            return new ExchangeLog(judged.where(col("reason").isNull()).drop("reason", "file"), intake, where);
        });
    }

    private Dataset<Row> raw(String[] paths, String where) {
        Dataset<Row> rows =
                switch (format) {
                    case PARQUET -> spark.read().parquet(paths);
                    case CSV ->
                        // Prompts hold line breaks; a quote inside a quoted cell is doubled.
                        spark.read()
                                .option("header", true)
                                .option("multiLine", true)
                                .option("escape", "\"")
                                .csv(paths);
                    case JSONL -> json(paths, where);
                };
        columns.require(
                Arrays.stream(rows.columns())
                        .filter(name -> !name.equals(CORRUPT))
                        .toList(),
                where);
        return rows;
    }

    private Dataset<Row> json(String[] paths, String where) {
        Dataset<String> first = spark.read().textFile(paths).limit(LOOKED_AT);
        List<String> present = Arrays.stream(spark.read().json(first).columns())
                .filter(name -> !name.equals("_corrupt_record"))
                .toList();
        columns.require(present, where);
        StructType schema = new StructType();
        for (String name : columns.names()) {
            schema = schema.add(name, DataTypes.StringType);
        }
        return spark.read()
                .schema(schema.add(CORRUPT, DataTypes.StringType))
                .option("columnNameOfCorruptRecord", CORRUPT)
                .json(paths);
    }

    private Dataset<Row> judged(Dataset<Row> rows) {
        Column prompt = trim(named(columns.prompt()).cast("string"));
        Column answer = trim(named(columns.answer()).cast("string"));
        Column account = trim(named(columns.account()).cast("string"));
        Column shown = salt.map(word -> pseudonym(account, word)).orElse(account);
        DataType type = rows.schema().apply(columns.time()).dataType();
        boolean corrupt = Arrays.asList(rows.columns()).contains(CORRUPT);
        Column reason = when(corrupt ? col(CORRUPT).isNotNull() : lit(false), Exclusion.NOT_A_RECORD.name())
                .when(missing(account), Exclusion.NO_ACCOUNT.name())
                .when(missing(prompt), Exclusion.NO_PROMPT.name())
                .when(missing(answer), Exclusion.NO_ANSWER.name())
                .when(concat(account, prompt, answer).contains(REPLACEMENT), Exclusion.NOT_UTF8.name())
                .when(seconds(type).isNull(), Exclusion.NO_TIME.name());
        return rows.select(
                shown.as("account"),
                seconds(type).as("at"),
                prompt.as("prompt"),
                answer.as("answer"),
                xxhash64(prompt).as("asked"),
                xxhash64(prompt, answer).as("same"),
                reason.as("reason"),
                element_at(split(input_file_name(), "/"), -1).as("file"));
    }

    /** The pseudonym of an account: the beginning of a salted SHA-256. */
    static Column pseudonym(Column account, String salt) {
        return concat(
                lit("account-"),
                sha2(concat(lit(salt + "\u0000"), account), 256).substr(1, PSEUDONYM));
    }

    private static Column missing(Column text) {
        return text.isNull().or(text.equalTo(""));
    }

    private static Column named(String column) {
        return col("`" + column.replace("`", "``") + "`");
    }

    private Column seconds(DataType type) {
        Column time = named(columns.time());
        if (type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)) {
            return time.cast("timestamp").cast("double");
        }
        Column number = time.cast("double");
        Column scaled = when(number.geq(MILLISECONDS_FROM), number.divide(1000)).when(number.geq(0), number);
        if (type instanceof NumericType) {
            return scaled;
        }
        Column text = trim(time.cast("string"));
        Column plain = regexp_replace(text, "^[0-9]{1,15}(\\.[0-9]{1,9})?$", "");
        return coalesce(when(plain.equalTo(""), scaled), text.cast("timestamp").cast("double"));
    }

    private static Intake intake(Dataset<Row> judged) {
        record Counted(Optional<String> reason, String file, long rows) {}
        List<Counted> counts = judged
                .groupBy("reason", "file")
                .agg(count(lit(1)).as("n"))
                .collectAsList()
                .stream()
                .map(row ->
                        new Counted(Optional.ofNullable(row.getString(0)), String.valueOf(row.get(1)), row.getLong(2)))
                .toList();
        long good = counts.stream()
                .filter(part -> part.reason().isEmpty())
                .mapToLong(Counted::rows)
                .sum();
        Long surplus = judged.where(col("reason").isNull())
                .groupBy("account", "at", "same")
                .agg(count(lit(1)).minus(1).as("more"))
                .agg(coalesce(sum("more"), lit(0L)))
                .as(Encoders.LONG())
                .first();
        List<Intake.Part> out = new ArrayList<>();
        counts.forEach(part -> part.reason()
                .ifPresent(reason -> out.add(new Intake.Part(Exclusion.valueOf(reason), part.file(), part.rows()))));
        if (surplus > 0) {
            out.add(new Intake.Part(Exclusion.DUPLICATE, "all", surplus));
        }
        out.sort(Comparator.comparingLong((Intake.Part part) -> -part.rows())
                .thenComparing(Intake.Part::reason)
                .thenComparing(Intake.Part::file));
        return new Intake(counts.stream().mapToLong(Counted::rows).sum(), good - surplus, out);
    }
}
