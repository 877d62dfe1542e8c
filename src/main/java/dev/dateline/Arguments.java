package dev.dateline;

import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.util.OptionalInt;
import picocli.CommandLine;

/** What was typed behind the program's name, read before anything starts: help and a mistake in it need no database. */
final class Arguments {

    private Arguments() {}

    /**
     * Answers what asks for help or is wrong.
     *
     * @return the status with which the program ends at once; empty when it goes on
     */
    static OptionalInt answered(String... arguments) {
        return answered(new CommandLine(Commands.class, Arguments::withoutServices), arguments);
    }

    private static OptionalInt answered(CommandLine commands, String... arguments) {
        try {
            Integer status = CommandLine.executeHelpRequest(commands.parseArgs(arguments));
            return status == null ? OptionalInt.empty() : OptionalInt.of(status);
        } catch (CommandLine.ParameterException wrong) {
            PrintWriter errors = wrong.getCommandLine().getErr();
            errors.println(wrong.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, errors)) {
                wrong.getCommandLine().usage(errors);
            }
            errors.flush();
            return OptionalInt.of(wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput());
        }
    }

    /** A command that is only to say what it takes, not to run. */
    private static <C> C withoutServices(Class<C> type) throws Exception {
        if (!type.getName().startsWith(Arguments.class.getPackageName())) {
            return CommandLine.defaultFactory().create(type);
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance(new Object[constructor.getParameterCount()]));
    }
}
