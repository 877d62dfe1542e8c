package dev.dateline.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScalingTest {

    private static Pixels scaled(Pixels pixels, Crop crop, int width, int height) throws BadPicture {
        Scaling scaling = new Scaling(crop, pixels.channels(), width, height);
        int length = pixels.width() * pixels.channels();
        for (int y = 0; y < pixels.height(); y++) {
            scaling.row(y, Arrays.copyOfRange(pixels.samples(), y * length, (y + 1) * length));
        }
        return scaling.pixels();
    }

    private static Pixels plain(int width, int height, int... colour) {
        byte[] samples = new byte[width * height * colour.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) colour[i % colour.length];
        }
        return new Pixels(width, height, colour.length, samples);
    }

    @Test
    void oneColourStaysThatColour() throws BadPicture {
        Pixels small = scaled(plain(100, 60, 10, 120, 250), Crop.whole(100, 60), 33, 20);

        assertThat(small.samples()).isEqualTo(plain(33, 20, 10, 120, 250).samples());
    }

    @Test
    void theSameSizeIsTheSamePicture() throws BadPicture {
        Pixels pixels = plain(7, 5, 1, 2, 3);
        pixels.samples()[40] = 99;

        assertThat(scaled(pixels, Crop.whole(7, 5), 7, 5).samples()).isEqualTo(pixels.samples());
    }

    @Test
    void whatCannotBeSeenDoesNotBleedIntoWhatCan() throws BadPicture {
        Pixels pixels = plain(40, 40, 255, 0, 0, 255);
        for (int i = 0; i < pixels.samples().length / 2; i += 4) {
            pixels.samples()[i] = 0;
            pixels.samples()[i + 1] = -1;
            pixels.samples()[i + 3] = 0;
        }

        Pixels small = scaled(pixels, Crop.whole(40, 40), 10, 10);

        for (int y = 5; y < 10; y++) {
            assertThat(small.at(5, y, 1)).as("green in row " + y).isZero();
        }
    }

    @Test
    void aPictureThatBeginsAgainCountsFromThere() throws BadPicture {
        Scaling scaling = new Scaling(Crop.whole(4, 4), 3, 2, 2);
        byte[] dark = new byte[12];
        byte[] light = new byte[12];
        Arrays.fill(light, (byte) 200);
        for (int y = 0; y < 3; y++) {
            scaling.row(y, dark);
        }
        for (int y = 0; y < 4; y++) {
            scaling.row(y, light);
        }

        assertThat(scaling.pixels().at(0, 0, 0)).isEqualTo(200);
    }

    @Test
    void missingRowsAreDamage() {
        Scaling scaling = new Scaling(Crop.whole(4, 4), 3, 2, 2);
        scaling.row(0, new byte[12]);

        assertThatThrownBy(scaling::pixels).isInstanceOf(BadPicture.class);
    }

    @Test
    void aCropStandsAroundTheFocalPointAsFarAsThePictureGoes() {
        assertThat(Crop.around(1600, 900, 1, 0.5, 0.5)).isEqualTo(new Crop(350, 0, 900, 900));
        assertThat(Crop.around(1600, 900, 1, 0, 0)).isEqualTo(new Crop(0, 0, 900, 900));
        assertThat(Crop.around(1600, 900, 1, 1, 1)).isEqualTo(new Crop(700, 0, 900, 900));
        assertThat(Crop.around(900, 1600, 16 / 9.0, 0.5, 0.25)).isEqualTo(new Crop(0, 147, 900, 506));
        assertThat(Crop.around(10, 1, 0.0625, 0.5, 0.5)).isEqualTo(new Crop(5, 0, 1, 1));
    }

    /** Worked out by hand for a picture of one colour: no frequencies, the colour in the head. */
    @Test
    void theThumbHashOfGreyIsTheColourAlone() {
        byte[] hash = ThumbHash.of(plain(8, 8, 128, 128, 128));

        assertThat(hash[0] & 63).isEqualTo(32);
        assertThat(Base64.getEncoder().encodeToString(hash)).startsWith("IAgCBw");
    }

    @Test
    void theDominantColourIsThatOfMostPixels() {
        Pixels pixels = plain(10, 10, 20, 40, 200);
        Arrays.fill(pixels.samples(), 0, 60, (byte) 255);

        assertThat(DominantColour.of(pixels)).isEqualTo("#1428c8");
    }
}
