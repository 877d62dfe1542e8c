package dev.dateline.change;

import java.util.List;

/**
 * Acts on every change of what is public: on one node at a time, at least once, and again after a failure or a restart,
 * because how far it has come is kept in the database. Every bean that implements this is one; {@link ChangeFollowers}
 * runs it.
 */
public interface ChangeFollower {

    /** The same on every node, and never changed: what has been acted on is kept under this name. */
    String name();

    /** Whether there is anything to do in this installation. */
    default boolean isOn() {
        return true;
    }

    /**
     * Acts, with no transaction open.
     *
     * @param changes in the order in which they became visible
     * @throws Exception when it has failed, and is to be repeated with the same changes and perhaps more
     */
    void follow(List<Change> changes) throws Exception;
}
