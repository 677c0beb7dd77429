package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void agreeWithNumpy() {
        Moments.Sum sum = new Moments.Sum();
        sum.add(1, 0.5);
        sum.add(2, 1);
        sum.add(4, 2);
        sum.add(8, 0.25);
        sum.add(1e9, 0);

        String command = "v=[1,2,4,8]; w=[.5,1,2,.25]; m=np.average(v,weights=w); "
                + "np.sqrt(np.average((v-m)**2,weights=w)); w.sum()**2/(w**2).sum()";
        assertThat(sum.moments().mean()).as(command).isEqualTo(3.3333333333333335, within(1e-14));
        assertThat(sum.moments().deviation()).as(command).isEqualTo(1.6996731711975948, within(1e-14));
        assertThat(sum.moments().effective()).as(command).isEqualTo(2.6470588235294117, within(1e-14));
    }

    @Test
    void nothingHasNoMoments() {
        assertThat(new Moments.Sum().moments()).isEqualTo(new Moments(0, 0, 0));
    }

    /** Where a spread of zero comes out as rounding, a score beside it looks far out. */
    @Test
    void equalValuesHaveNoSpreadAtAll() {
        Moments.Sum sum = new Moments.Sum();
        for (int k = 1; k <= 200; k++) {
            sum.add(0.9731, 1.0 / k);
        }
        assertThat(sum.moments().deviation()).isZero();
        assertThat(sum.moments().mean()).isEqualTo(0.9731);
    }

    @Test
    void aSmallSpreadFarFromZeroIsKept() {
        Moments.Sum sum = new Moments.Sum();
        for (int k = 0; k < 100; k++) {
            sum.add(1e6 + (k % 2 == 0 ? 1e-4 : -1e-4), 1);
        }
        assertThat(sum.moments().deviation()).isEqualTo(1e-4, within(1e-9));
    }
}
