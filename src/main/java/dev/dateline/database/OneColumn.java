package dev.dateline.database;

import org.hibernate.SharedSessionContract;
import org.hibernate.query.NativeQuery;

/**
 * Native queries for one column. The column has a name here, because Hibernate 7.2 remembers none that says only a class: its
 * {@code ImplicitResultClassBuilder} has no equality. It would translate the query anew each time, and forget another one for it.
 */
public final class OneColumn {

    private OneColumn() {}

    /**
     * @param column its name in the result
     * @param type of what is found, no entity
     */
    public static <T> NativeQuery<T> query(SharedSessionContract session, String sql, String column, Class<T> type) {
        return session.createNativeQuery(sql, type).addScalar(column, type);
    }
}
