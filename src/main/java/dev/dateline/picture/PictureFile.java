package dev.dateline.picture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Looks at the bytes of a file and says what picture it is, or why it is none. Nothing is decoded. */
final class PictureFile {

    private static final int HEAD = 1_024;

    /** The end of a ZIP archive may stand so far before the end of the file: its record, and the longest comment. */
    private static final int ZIP_TAIL = 22 + 65_535;

    private static final String ACCEPTED = "Send a JPEG, PNG, WebP or GIF.";

    private PictureFile() {}

    /** @throws BadPicture for what is no picture that is taken here */
    static PictureHeader inspect(Path path) throws IOException, BadPicture {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] head = new byte[(int) Math.min(HEAD, file.length())];
            file.readFully(head);
            String text = new String(head, StandardCharsets.ISO_8859_1);
            refuseOtherTypes(text);
            PictureHeader header = header(file, text);
            refusePolyglots(file, text);
            return header;
        }
    }

    private static PictureHeader header(RandomAccessFile file, String head) throws IOException, BadPicture {
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JpegFile.inspect(file);
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PngFile.inspect(file);
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WebpFile.inspect(file);
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GifFile.inspect(file);
        }
        throw BadPicture.type("This is no picture that is known here. " + ACCEPTED);
    }

    private static void refuseOtherTypes(String head) throws BadPicture {
        String start = head.stripLeading().toLowerCase(Locale.ROOT);
        if (head.isEmpty()) {
            throw BadPicture.type("The file is empty. " + ACCEPTED);
        }
        if (start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"))) {
            throw BadPicture.type("SVG is a program as much as a picture, and is not taken. Send it as a PNG.");
        }
        if (head.startsWith("--") && head.contains("Content-Disposition: form-data")) {
            throw BadPicture.type("This is a form. Send the bytes of the picture as the body, and nothing else.");
        }
        if (head.startsWith("ftyp", 4)) {
            throw BadPicture.type("HEIC and AVIF are not taken. Send it as a JPEG; cameras and phones can export one.");
        }
        if (head.startsWith("II*\u0000") || head.startsWith("MM\u0000*")) {
            throw BadPicture.type("TIFF and raw files of cameras are not taken. Send it as a JPEG, or as a PNG.");
        }
    }

    /** A file that another program opens as something else, too. */
    private static void refusePolyglots(RandomAccessFile file, String head) throws IOException, BadPicture {
        if (head.contains("%PDF-")) {
            throw BadPicture.type("The file is a picture and a PDF at once. Save the picture anew, and send that.");
        }
        byte[] tail = new byte[(int) Math.min(ZIP_TAIL, file.length())];
        file.seek(file.length() - tail.length);
        file.readFully(tail);
        if (endsInZip(new String(tail, StandardCharsets.ISO_8859_1))) {
            throw BadPicture.type(
                    "The file is a picture and a ZIP archive at once. Save the picture anew, and send that.");
        }
    }

    /** Whether its last record is there, with a comment that ends where the file does (APPNOTE 4.3.16). */
    private static boolean endsInZip(String tail) {
        int at = tail.lastIndexOf("PK\u0005\u0006");
        return at >= 0
                && at + 22 <= tail.length()
                && at + 22 + (tail.charAt(at + 20) | tail.charAt(at + 21) << 8) == tail.length();
    }
}
