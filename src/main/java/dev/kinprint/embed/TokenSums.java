package dev.kinprint.embed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.Arrays;
import java.util.List;

/**
 * Feeds one window of token ids to the model and sums the hidden states over its tokens.
 *
 * <p>One window at a time and no padding: then no vector depends on its neighbours. The sum is made here and not in
 * native code, in a fixed order.
 */
final class TokenSums implements NoBatchifyTranslator<long[], double[]> {
    private final List<String> inputs;

    TokenSums(List<String> inputs) {
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public NDList processInput(TranslatorContext context, long[] ids) {
        NDManager manager = context.getNDManager();
        NDList list = new NDList(inputs.size());
        for (String input : inputs) {
            NDArray array = manager.create(column(input, ids), new Shape(1, ids.length));
            array.setName(input);
            list.add(array);
        }
        return list;
    }

    private static long[] column(String input, long[] ids) {
        return switch (input) {
            case "input_ids" -> ids;
            case "attention_mask" -> {
                long[] ones = new long[ids.length];
                Arrays.fill(ones, 1);
                yield ones;
            }
            case "token_type_ids" -> new long[ids.length];
            default -> throw new IllegalArgumentException("the model wants an input that is unknown here: " + input);
        };
    }

    @Override
    public double[] processOutput(TranslatorContext context, NDList list) {
        NDArray states = list.get(0);
        Shape shape = states.getShape();
        if (shape.dimension() != 3) {
            throw new IllegalArgumentException("the model's first output is no state per token, its shape is " + shape);
        }
        float[] values = states.toFloatArray();
        double[] sums = new double[Math.toIntExact(shape.get(2))];
        for (int token = 0; token < values.length; token += sums.length) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += values[token + i];
            }
        }
        return sums;
    }
}
