package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Works out every answer key anew. A new keyed probe needs a line here. */
class AnswerKeysTest {
    @Test
    void everyKeyIsTheRightAnswer() {
        Map<String, String> computed = new TreeMap<>();
        computed.put("keyed-product", "" + 48_271L * 6_839L);
        computed.put("keyed-remainder", "" + 987_654_321L % 7_919L);
        computed.put(
                "keyed-power", "" + BigInteger.valueOf(13).modPow(BigInteger.valueOf(222), BigInteger.valueOf(1000)));
        computed.put(
                "keyed-squares",
                "" + IntStream.rangeClosed(35, 75).map(i -> i * i).sum());
        computed.put("keyed-base7", Integer.toString(48_879, 7));
        computed.put("keyed-xor", "" + (27_183 ^ 31_415));
        computed.put("keyed-zeros", "" + zerosOfFactorial(250, 12));
        computed.put(
                "keyed-primes",
                ""
                        + IntStream.rangeClosed(200, 260)
                                .filter(n -> BigInteger.valueOf(n).isProbablePrime(50))
                                .sum());
        computed.put("keyed-gcd", "" + BigInteger.valueOf(1_234_620).gcd(BigInteger.valueOf(987_012)));
        computed.put("keyed-walks", "" + walks(9, 6, 4, 3));
        computed.put("keyed-letters", "" + letters("keyed-letters", 'e'));
        computed.put(
                "keyed-backwards",
                new StringBuilder("counterrevolutionary").reverse().toString());
        computed.put("keyed-days", "" + ChronoUnit.DAYS.between(LocalDate.of(1899, 11, 17), LocalDate.of(1958, 6, 3)));
        computed.put("keyed-weekday", weekday(LocalDate.of(2117, 3, 1)));
        computed.put("keyed-clock", "" + angle(9, 47));
        computed.put("keyed-python-slices", slices("pneumonia"));
        computed.put(
                "keyed-python-division",
                Math.floorDiv(-47, 6) + " " + Math.floorMod(-47, 6) + " " + Math.floorDiv(47, -6) + " "
                        + Math.floorMod(47, -6));
        computed.put("keyed-python-default", "" + defaults(3, 4, 5, 6));
        computed.put("keyed-java-overflow", "" + overflow());
        computed.put("keyed-python-collatz", collatz(97));
        computed.put("quick-keyed-product", "" + 7_386L * 4_957L);
        computed.put("quick-keyed-weekday", weekday(LocalDate.of(1904, 2, 29)));
        computed.put("quick-keyed-loop", "" + loop());

        Map<String, String> keys = new TreeMap<>();
        for (String name : Suites.names()) {
            Suites.builtin(name).probes().forEach(probe -> probe.answer()
                    .ifPresent(answer -> keys.put(probe.id(), answer)));
        }
        assertThat(keys).isEqualTo(computed);
    }

    private static int zerosOfFactorial(int n, int base) {
        BigInteger factorial = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            factorial = factorial.multiply(BigInteger.valueOf(i));
        }
        String digits = factorial.toString(base);
        return digits.length() - digits.replaceAll("0+$", "").length();
    }

    /** Counts path by path, without a formula. */
    private static long walks(int right, int up, int holeX, int holeY) {
        long[][] paths = new long[right + 1][up + 1];
        for (int x = 0; x <= right; x++) {
            for (int y = 0; y <= up; y++) {
                long ways = x == 0 && y == 0 ? 1 : (x > 0 ? paths[x - 1][y] : 0) + (y > 0 ? paths[x][y - 1] : 0);
                paths[x][y] = x == holeX && y == holeY ? 0 : ways;
            }
        }
        return paths[right][up];
    }

    /** Counts in the words of the probe itself, so that a change of the sentence cannot go unseen. */
    private static long letters(String id, char letter) {
        String ask = Suites.builtin("core").probes().stream()
                .filter(probe -> probe.id().equals(id))
                .findFirst()
                .orElseThrow()
                .prompt();
        String sentence = ask.substring(ask.indexOf('\'') + 1, ask.indexOf('\'', ask.indexOf('\'') + 1));
        return sentence.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c == letter)
                .count();
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static double angle(int hour, int minute) {
        double between = Math.abs((hour * 60 + minute) * 0.5 - minute * 6);
        return Math.min(between, 360 - between);
    }

    private static String slices(String s) {
        StringBuilder t = new StringBuilder();
        for (int i = s.length() - 1; i >= 0; i -= 2) {
            t.append(s.charAt(i));
        }
        for (int i = 1; i < s.length() - 1; i += 3) {
            t.append(s.charAt(i));
        }
        return t.substring(2) + t.substring(0, 2);
    }

    private static int defaults(int... numbers) {
        int kept = 0;
        int sum = 0;
        for (int x : numbers) {
            kept += x % 2;
            sum += (x % 2 == 1 ? kept : kept + 1) * x;
        }
        return sum;
    }

    private static int overflow() {
        int side = 46_341;
        return (byte) 200 + ((side * side) >>> 28) - 'A' / 4;
    }

    private static String collatz(int start) {
        IntUnaryOperator next = n -> n % 2 == 0 ? n / 2 : 3 * n + 1;
        int n = start;
        int steps = 0;
        int peak = 0;
        while (n > 40 && steps < 15) {
            n = next.applyAsInt(n);
            steps++;
            peak = Math.max(peak, n);
        }
        return steps + " " + n + " " + peak;
    }

    private static int loop() {
        int total = 0;
        for (int i = 1; i < 40; i++) {
            if (i % 3 != 0) {
                total += i % 7 == 0 ? -i : 2 * i;
            }
        }
        return total;
    }
}
