package dev.dateline.picture;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What photographers and agencies wrote into a file: IPTC's fields first, then XMP, then EXIF (IPTC Photo Metadata Standard).
 * Nothing else of it is looked at: where a picture was taken may cost a source their life.
 *
 * @param orientation as EXIF says it, from 1 to 8
 * @param fields by the names that the picture has for them
 */
record PictureMetadata(int orientation, Map<String, String> fields) {

    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String EXIF = "http://ns.adobe.com/exif/1.0/";
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    private static final int LONGEST = 2_000;

    private static final PictureMetadata NONE = new PictureMetadata(1, Map.of());

    /** What cannot be read is not there: the picture counts, not what is said of it. */
    static PictureMetadata of(Path file) {
        try {
            return of(ImageMetadataReader.readMetadata(file.toFile()));
        } catch (ImageProcessingException | IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return NONE;
        }
    }

    private static PictureMetadata of(Metadata metadata) {
        Map<String, String> fields = new LinkedHashMap<>();
        IptcDirectory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
        put(fields, "caption", text(iptc, IptcDirectory.TAG_CAPTION));
        put(fields, "credit", text(iptc, IptcDirectory.TAG_CREDIT));
        put(fields, "creator", text(iptc, IptcDirectory.TAG_BY_LINE));
        put(fields, "copyright", text(iptc, IptcDirectory.TAG_COPYRIGHT_NOTICE));
        put(fields, "takenAt", created(iptc));
        for (XmpDirectory xmp : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            put(fields, "caption", localised(xmp, "description"));
            put(fields, "credit", property(xmp, PHOTOSHOP, "Credit"));
            put(fields, "creator", property(xmp, DUBLIN_CORE, "creator[1]"));
            put(fields, "copyright", localised(xmp, "rights"));
            put(fields, "usageTerms", property(xmp, RIGHTS, "UsageTerms[1]"));
            put(fields, "takenAt", time(property(xmp, EXIF, "DateTimeOriginal")));
            put(fields, "takenAt", time(property(xmp, PHOTOSHOP, "DateCreated")));
        }
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        put(fields, "caption", text(exif, ExifIFD0Directory.TAG_IMAGE_DESCRIPTION));
        put(fields, "creator", text(exif, ExifIFD0Directory.TAG_ARTIST));
        put(fields, "copyright", text(exif, ExifIFD0Directory.TAG_COPYRIGHT));
        put(fields, "takenAt", taken(metadata));
        return new PictureMetadata(orientation(exif), fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            String clean = value.replaceAll("[\\p{Cntrl}&&[^\n]]|[\uFDD0-\uFDEF\uFFFE\uFFFF]", " ")
                    .strip();
            String cut = clean.substring(0, Math.min(LONGEST, clean.length()));
            fields.putIfAbsent(name, cut.replaceAll("\\p{Cs}", " ").strip()); // half a character cannot be written
        }
    }

    private static @Nullable String text(@Nullable Directory directory, int tag) {
        if (directory == null) {
            return null;
        }
        StringValue one = directory.getStringValue(tag);
        StringValue[] several = directory.getStringValueArray(tag);
        return one == null && several != null
                ? Stream.of(several)
                        .map(MetadataText::of)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(", "))
                : one == null ? null : MetadataText.of(one);
    }

    private static @Nullable String property(XmpDirectory xmp, String namespace, String name) {
        try {
            XMPMeta data = xmp.getXMPMeta();
            return data == null ? null : data.getPropertyString(namespace, name);
        } catch (XMPException e) {
            return null;
        }
    }

    private static @Nullable String localised(XmpDirectory xmp, String name) {
        return property(xmp, DUBLIN_CORE, name + "[1]");
    }

    /** A day that is not known is written with zeros. */
    private static @Nullable String created(@Nullable IptcDirectory iptc) {
        String day = iptc == null ? null : iptc.getString(IptcDirectory.TAG_DATE_CREATED);
        return iptc == null || day == null || !DAY.matcher(day).matches() ? null : time(iptc.getDateCreated());
    }

    private static @Nullable String taken(Metadata metadata) {
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date taken = exif == null ? null : exif.getDateOriginal(TimeZone.getTimeZone("UTC"));
        return time(taken);
    }

    private static @Nullable String time(@Nullable Date time) {
        return time == null ? null : time.toInstant().toString();
    }

    /** As XMP writes it (ISO 8601); not a mere day. */
    private static @Nullable String time(@Nullable String written) {
        try {
            return written == null
                    ? null
                    : OffsetDateTime.parse(written).toInstant().toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int orientation(@Nullable ExifIFD0Directory exif) {
        try {
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (MetadataException e) {
            return 1;
        }
    }
}
