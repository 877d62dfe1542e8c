package dev.dateline.picture;

/** A file that is not taken as a picture. The message says why, and what to send instead, in words for an editor. */
public final class BadPicture extends Exception {

    /** What is wrong with a file. */
    public enum Reason {
        /** It is of a type that is not taken, or is several things at once. */
        TYPE,
        /** It has more pixels than are taken. */
        SIZE,
        /** It is cut off, damaged or a trap. */
        DAMAGE
    }

    private final Reason reason;

    public BadPicture(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static BadPicture type(String message) {
        return new BadPicture(Reason.TYPE, message);
    }

    static BadPicture size(String message) {
        return new BadPicture(Reason.SIZE, message);
    }

    static BadPicture damage(String message) {
        return new BadPicture(Reason.DAMAGE, message);
    }

    public Reason reason() {
        return reason;
    }
}
