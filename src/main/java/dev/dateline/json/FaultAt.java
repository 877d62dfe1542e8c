package dev.dateline.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The field that a rule about a whole object finds fault with; without it the fault is the object's. Stands beside {@code AssertTrue}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FaultAt {

    String value();
}
