package dev.dateline.media;

import dev.dateline.http.Parameters;
import dev.dateline.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rendition of a picture: closed sets all of them, so that nobody can have the machine make a million.
 *
 * @param crop {@code full} or a shape, as it stands in the address
 * @param ratio width to height; 0 for all of the picture
 */
public record RenditionName(String crop, double ratio, int width, String format) {

    public static final List<String> FORMATS = List.of("jpg", "webp");

    private static final String FULL = "full";

    /**
     * From an address.
     *
     * @param file a width, with or without a dot and a format
     * @param accept what the reader takes, where the file says no format
     * @throws dev.dateline.problem.Problem {@code invalid-parameter} that names what there is
     */
    public static RenditionName read(String crop, String file, @Nullable String accept, MediaConfig config) {
        int dot = file.indexOf('.');
        String width = dot < 0 ? file : file.substring(0, dot);
        String format = dot < 0 ? preferred(accept) : file.substring(dot + 1);
        List<String> crops = crops(config);
        Parameters parameters = new Parameters();
        if (!crops.contains(crop)) {
            parameters.refuse("crop", "must be one of " + String.join(", ", crops));
        }
        if (!width.matches("[1-9][0-9]{0,3}")) {
            parameters.refuse("file", "must begin with a width: one of " + config.widths());
        }
        if (!FORMATS.contains(format)) {
            parameters.refuse("file", "must end in a format: one of " + String.join(", ", FORMATS));
        }
        parameters.check();
        return new RenditionName(crop, ratio(crop), Integer.parseInt(width), format);
    }

    /** {@code full}, and the shapes of the configuration. */
    static List<String> crops(MediaConfig config) {
        return Stream.concat(Stream.of(FULL), config.crops().stream()).toList();
    }

    /** The widths in which a picture can be had, from the narrowest: its own is the last, unless it is very large. */
    static List<Integer> widths(MediaConfig config, int masterWidth) {
        int widest = config.widths().stream().max(Comparator.naturalOrder()).orElse(masterWidth);
        return Stream.concat(
                        config.widths().stream().filter(width -> width < masterWidth),
                        Stream.of(Math.min(masterWidth, widest)))
                .sorted()
                .distinct()
                .toList();
    }

    /** @throws dev.dateline.problem.Problem {@code invalid-parameter} when a picture cannot be had in this width */
    void requireWidthOf(ShownImage image, MediaConfig config) {
        if (!config.widths().contains(width) && width != image.masterWidth()) {
            throw Problem.parameter("file", "must begin with a width: one of " + widths(config, image.masterWidth()));
        }
    }

    /** Whether an address leaves the format to what the reader takes. */
    public static boolean isNegotiated(String file) {
        return file.indexOf('.') < 0;
    }

    private static String preferred(@Nullable String accept) {
        return accept != null && accept.contains("image/webp") ? "webp" : "jpg";
    }

    private static double ratio(String crop) {
        int mark = crop.indexOf('x');
        return crop.equals(FULL)
                ? 0
                : Double.parseDouble(crop.substring(0, mark)) / Double.parseDouble(crop.substring(mark + 1));
    }

    public boolean isWebp() {
        return format.equals("webp");
    }

    public String mediaType() {
        return isWebp() ? "image/webp" : "image/jpeg";
    }

    /** Its name among the renditions of one picture. */
    String fileName() {
        return crop + "-" + width + "." + format;
    }
}
