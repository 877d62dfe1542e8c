import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes a made-up newsroom as NDJSON, the same at every run: tags with the skew of real ones (the few busiest are on a
 * tenth of everything, most are rare), articles of about 4 KB as JSON in Russian, Belarusian and English, and story lists
 * of eleven.
 *
 * <p>{@code java src/bench/Corpus.java 10000 > corpus.ndjson}
 */
final class Corpus {

    private static final int TOPICS = 400;
    private static final int CONTRIBUTORS = 60;
    private static final int LIST_LENGTH = 11;
    private static final int FORMER = 5_000;
    private static final String[] SECTIONS = {"news", "society", "politics", "economy", "culture", "war", "sport", "opinion"};
    private static final Instant LAST = Instant.parse("2026-11-01T00:00:00Z");

    private static final String[][] WORDS = {
        ("город улица мост вокзал суд закон выборы депутат министр больница врач школа учитель студент завод рабочий"
                        + " забастовка река погода снег дождь лето зима граница таможня поезд автобус дорога ремонт квартира"
                        + " цена рубль зарплата налог банк бюджет газ свет вода хлеб молоко рынок магазин театр музей книга"
                        + " писатель художник концерт фестиваль команда матч тренер гол победа журналист редакция свидетель"
                        + " следователь приговор адвокат заключённый письмо семья дети бабушка дом деревня поле лес озеро")
                .split(" "),
        ("горад вуліца мост вакзал суд закон выбары дэпутат міністр бальніца лекар школа настаўнік студэнт завод рабочы"
                        + " забастоўка рака надвор’е снег дождж лета зіма мяжа мытня цягнік аўтобус дарога рамонт кватэра"
                        + " цана рубель заробак падатак банк бюджэт газ святло вада хлеб малако рынак крама тэатр музей кніга"
                        + " пісьменнік мастак канцэрт фестываль каманда матч трэнер гол перамога журналіст рэдакцыя сведка"
                        + " следчы прысуд адвакат вязень ліст сям’я дзеці бабуля хата вёска поле лес возера")
                .split(" "),
        ("city street bridge station court law election deputy minister hospital doctor school teacher student factory"
                        + " worker strike river weather snow rain summer winter border customs train bus road repair flat price"
                        + " rouble wage tax bank budget gas light water bread milk market shop theatre museum book writer"
                        + " painter concert festival team match coach goal victory journalist newsroom witness investigator"
                        + " sentence lawyer prisoner letter family children grandmother house village field forest lake")
                .split(" "),
    };
    private static final String[] LANGUAGES = {"ru", "be", "en"};

    private final Random random = new Random(20261123);
    private final PrintStream out;

    private Corpus(PrintStream out) {
        this.out = out;
    }

    public static void main(String... arguments) throws IOException {
        int articles = Integer.parseInt(arguments[0]);
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 20), false, StandardCharsets.UTF_8)) {
            new Corpus(out).write(articles);
        }
    }

    private void write(int articles) {
        for (String section : SECTIONS) {
            tag("section", section, section);
        }
        for (int i = 0; i < TOPICS; i++) {
            tag("topic", "topic-" + i, "Topic " + i);
        }
        for (int i = 0; i < CONTRIBUTORS; i++) {
            tag("contributor", "reporter-" + i, "Reporter " + i);
        }
        Duration step = Duration.ofDays(10 * 365).dividedBy(articles);
        for (int i = 0; i < articles; i++) {
            article(i, LAST.minus(step.multipliedBy(articles - i)));
        }
        for (int i = 0; i < Math.max(20, Math.min(1_000, articles / 100)); i++) {
            list(i, articles);
        }
    }

    private void tag(String type, String slug, String name) {
        out.printf("{\"tag\":{\"type\":\"%s\",\"slug\":\"%s\",\"names\":{\"en\":\"%s\",\"ru\":\"%s\",\"be\":\"%s\"}}}%n", type, slug, name, name, name);
    }

    private void article(int number, Instant at) {
        int language = language();
        List<String> tags = new ArrayList<>();
        tags.add(SECTIONS[skewed(SECTIONS.length)]);
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            String topic = "topic-" + skewed(TOPICS);
            if (!tags.contains(topic)) {
                tags.add(topic);
            }
        }
        out.printf(
                "{\"article\":{\"externalId\":\"bench:%d\",\"slug\":\"story-%d\",\"language\":\"%s\",\"headline\":\"%s\",\"lead\":\"%s\","
                        + "\"byline\":[{\"contributor\":\"reporter-%d\"}],\"tags\":[%s],\"body\":[%s]},"
                        + "\"publication\":{\"publishedAt\":\"%s\"}}%n",
                number,
                number,
                LANGUAGES[language],
                text(language, 7) + " " + number,
                text(language, 22),
                skewed(CONTRIBUTORS),
                tags.stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(",")),
                body(language),
                at);
    }

    /** Six in ten in Russian, three in Belarusian. */
    private int language() {
        int tenth = random.nextInt(10);
        return tenth < 6 ? 0 : tenth < 9 ? 1 : 2;
    }

    private String body(int language) {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            blocks.add("{\"type\":\"paragraph\",\"html\":\"" + text(language, 28) + ".\"}");
        }
        blocks.add("{\"type\":\"quote\",\"html\":\"" + text(language, 18) + ".\",\"attribution\":{\"person\":\"A witness\"}}");
        return String.join(",", blocks);
    }

    private String text(int language, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[language][random.nextInt(WORDS[language].length)]);
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Small numbers are common and large ones rare, about as in Zipf's law. */
    private int skewed(int bound) {
        return (int) (Math.pow(bound + 1.0, random.nextDouble()) - 1);
    }

    private void list(int number, int articles) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < LIST_LENGTH; i++) {
            items.add("{\"article\":\"bench:" + (articles - 1 - random.nextInt(Math.min(articles, FORMER))) + "\"}");
        }
        out.printf(
                "{\"storyList\":{\"externalId\":\"bench:list-%d\",\"slug\":\"list-%d\",\"title\":\"List %d\",\"items\":[%s]},\"publication\":{}}%n",
                number, number, number, String.join(",", items));
    }
}
