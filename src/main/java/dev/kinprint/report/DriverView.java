package dev.kinprint.report;

import dev.kinprint.calibrate.Contribution;
import dev.kinprint.calibrate.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What each channel adds to one ratio, as steps from 0 to the printed value.
 *
 * @param id unique in the page
 * @param evidence the evidence that is taken apart
 * @param axis the axis of the steps
 * @param steps the channels that enter the ratio, then what the base rate of the fit and the bounds add
 * @param shown the channels that enter no ratio
 */
record DriverView(String id, Evidence evidence, Axis axis, List<Step> steps, List<Contribution> shown) {
    private static final int ROW = 34;
    private static final int BOTTOM = 30;

    /**
     * One step.
     *
     * @param label the channel
     * @param from where it begins
     * @param to where it ends
     * @param top its place from the top of the chart, in pixels
     */
    record Step(String label, double from, double to, int top) {
        double adds() {
            return to - from;
        }

        double left() {
            return Math.min(from, to);
        }

        double right() {
            return Math.max(from, to);
        }
    }

    static DriverView of(String id, Evidence evidence) {
        List<Step> steps = new ArrayList<>();
        List<Contribution> shown = new ArrayList<>();
        double at = 0;
        for (Contribution contribution : evidence.contributions()) {
            if (contribution.log10().isEmpty()) {
                shown.add(contribution);
                continue;
            }
            double to = at + contribution.log10().get();
            steps.add(new Step(contribution.channel(), at, to, ROW * steps.size()));
            at = to;
        }
        double total = evidence.logLr().orElseThrow().value();
        if (Math.abs(total - at) >= 0.005) {
            steps.add(new Step("base and bounds of the calibration", at, total, ROW * steps.size()));
        }
        Axis axis = Axis.around(steps.stream().flatMapToDouble(step -> DoubleStream.of(step.from(), step.to())));
        return new DriverView(id, evidence, axis, steps, shown);
    }

    /** Where the steps end, in pixels. */
    int bottom() {
        return ROW * steps.size();
    }

    int height() {
        return bottom() + BOTTOM;
    }
}
