package dev.kinprint.trace;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
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
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DatetimeType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
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
        return switch (format) {
            case PARQUET -> parquet(paths, where);
            case CSV -> csv(paths, where);
            case JSONL -> json(paths, where);
        };
    }

    private Dataset<Row> parquet(String[] paths, String where) {
        Dataset<Row> rows = spark.read().parquet(paths);
        columns.require(List.of(rows.columns()), where, "its columns are " + String.join(", ", rows.columns()));
        for (String name : columns.names()) {
            DataType type = rows.schema().apply(name).dataType();
            if (!readable(type, name.equals(columns.time()))) {
                throw OperatorError.usage(
                        "The column " + name + " has the wrong type",
                        where,
                        "it is " + type.simpleString(),
                        "Map another column with --columns, or write it as text"
                                + (name.equals(columns.time()) ? ", a timestamp or seconds since 1970." : "."));
            }
        }
        return rows;
    }

    private static boolean readable(DataType type, boolean time) {
        boolean either = type instanceof StringType || type instanceof NumericType;
        return either || (time ? type instanceof DatetimeType : type instanceof BinaryType);
    }

    private Dataset<Row> csv(String[] paths, String where) {
        // Prompts hold line breaks; a quote inside a quoted cell is doubled.
        DataFrameReader reader =
                spark.read().option("header", true).option("multiLine", true).option("escape", "\"");
        String[] present = reader.csv(paths).columns();
        // Without a header the first line holds an exchange, which is not for the screen.
        boolean wide = Arrays.stream(present).anyMatch(name -> name.indexOf('\0') >= 0 || name.indexOf('\uFFFD') >= 0);
        columns.require(
                List.of(present),
                where,
                wide
                        ? "it is not in UTF-8; a spreadsheet may have written it in UTF-16"
                        : "its first line has " + present.length + " cells and does not name them");
        // A file with other columns than the first, or in another order, is refused; a row with other cells is no
        // record.
        return reader.option("enforceSchema", false)
                .option("columnNameOfCorruptRecord", CORRUPT)
                .schema(texts(List.of(present)))
                .csv(paths);
    }

    private Dataset<Row> json(String[] paths, String where) {
        Dataset<String> first = spark.read().textFile(paths).limit(LOOKED_AT);
        List<String> present = Arrays.stream(spark.read().json(first).columns())
                .filter(name -> !name.equals("_corrupt_record"))
                .toList();
        columns.require(present, where, "its columns are " + String.join(", ", present));
        return spark.read()
                .schema(texts(columns.names()))
                .option("columnNameOfCorruptRecord", CORRUPT)
                .json(paths);
    }

    /** Columns of text, and one that takes what is no record. */
    private static StructType texts(List<String> names) {
        StructType schema = new StructType();
        for (String name : names) {
            schema = schema.add(name, DataTypes.StringType);
        }
        return schema.add(CORRUPT, DataTypes.StringType);
    }

    private Dataset<Row> judged(Dataset<Row> rows) {
        Column prompt = trim(named(columns.prompt()).cast("string"));
        Column answer = trim(named(columns.answer()).cast("string"));
        Column account = trim(named(columns.account()).cast("string"));
        Column shown = salt.map(word -> pseudonym(account, word)).orElse(account);
        DataType type = rows.schema().apply(columns.time()).dataType();
        boolean corrupt = Arrays.asList(rows.columns()).contains(CORRUPT);
        Column texts = concat(account, prompt, answer);
        Column reason = when(corrupt ? col(CORRUPT).isNotNull() : lit(false), Exclusion.NOT_A_RECORD.name())
                .when(missing(account), Exclusion.NO_ACCOUNT.name())
                .when(missing(prompt), Exclusion.NO_PROMPT.name())
                .when(missing(answer), Exclusion.NO_ANSWER.name())
                .when(texts.contains(REPLACEMENT).or(not(is_valid_utf8(texts))), Exclusion.NOT_UTF8.name())
                .when(seconds(type).isNull(), Exclusion.NO_TIME.name());
        return rows.select(
                shown.as("account"),
                seconds(type).as("at"),
                prompt.as("prompt"),
                answer.as("answer"),
                xxhash64(prompt).as("asked"),
                xxhash64(account, seconds(type), prompt, answer).as("entry"),
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

    /** Counts in one pass: good rows by what they hold, so that duplicates meet, and others by reason and file. */
    private static Intake intake(Dataset<Row> judged) {
        Column good = col("reason").isNull();
        List<Intake.Part> out = new ArrayList<>();
        long rows = 0;
        long kept = 0;
        for (Row counted : judged.select(
                        col("reason"),
                        when(good, "").otherwise(col("file")).as("file"),
                        when(good, col("entry")).as("entry"))
                .groupBy("reason", "file", "entry")
                .agg(count(lit(1)).as("rows"))
                .groupBy("reason", "file")
                .agg(sum("rows"), count(lit(1)))
                .collectAsList()) {
            rows += counted.getLong(2);
            if (counted.isNullAt(0)) {
                kept = counted.getLong(3);
                long surplus = counted.getLong(2) - kept;
                if (surplus > 0) {
                    out.add(new Intake.Part(Exclusion.DUPLICATE, "all", surplus));
                }
            } else {
                out.add(new Intake.Part(
                        Exclusion.valueOf(counted.getString(0)), counted.getString(1), counted.getLong(2)));
            }
        }
        out.sort(Comparator.comparingLong((Intake.Part part) -> -part.rows())
                .thenComparing(Intake.Part::reason)
                .thenComparing(Intake.Part::file));
        return new Intake(rows, kept, out);
    }
}
