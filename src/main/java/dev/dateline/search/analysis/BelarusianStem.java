package dev.dateline.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The stem of a Belarusian word. */
final class BelarusianStem {

    private record Paradigm(String part, List<String> endings) {
        static Paradigm of(String line) {
            String[] parts = line.split(" ");
            return new Paradigm(parts[0], List.of(parts).subList(1, parts.length));
        }

        List<String> forms(String stem) {
            List<String> forms = new ArrayList<>();
            for (String ending : endings) {
                if (ending.equals("0")) {
                    forms.add(stem);
                } else if (ending.equals("*")) {
                    forms.add(softened(stem));
                } else if (ending.startsWith("+")) {
                    forms.add(hushed(stem) + ending.substring(1));
                } else {
                    forms.add(stem + ending);
                }
            }
            return forms;
        }
    }

    private static final List<Paradigm> PARADIGMS = """
            n 0 а у ам * ы аў ам амі ах
            n 0 а у ом * ы оў ам амі ах
            n 0 а у ам і аў ам амі ах
            n 0 а у ом і оў ам амі ах
            n 0 а у ом ы оў ам амі ах
            n 0 а у ам ы аў ам амі ах
            n 0 а у ем ы аў ам амі ах
            n ь я ю ем і яў ям ямі ях
            n ь я ю ём і ёў ям ямі ях
            n й я ю ем і яў ям ямі ях
            n а ы * у ай аю 0 ы аў ам амі ах
            n а ы * у ой ою 0 ы аў ам амі ах
            n а і * у ай аю 0 і аў ам амі ах
            n а і * у ой ою 0 і ам амі ах
            n я і ю яй яю ь яў ям ямі ях
            n я і ю ёй ёю ь яў ям ямі ях
            n я і ю яй яю й ям ямі ях
            n ь і ю яў ям ямі ях ей
            n 0 ы у аў ам амі ах эй
            n а у ам * ы 0 аў ам амі ах
            n о а у ом * ы 0 аў ам амі ах
            n е я ю ем і яў ям ямі ях
            n ё я ю ём і яў ям ямі ях
            n ё я ю ём і ь ям ямі ях
            n а у ам ы аў амі ах
            n ень ня ню нем ні нёў няў ням нямі нях
            n ень ня ню нём ні нёў ням нямі нях
            n ец ца цу цам цы цаў цам цамі цах
            n ец ца цу цом цы цоў цам цамі цах
            n ок ку ка ком кі коў кам камі ках
            n ак ка ку кам кі каў камі ках
            n ка кі цы ку кай каю ак каў кам камі ках
            n ка кі цэ ку кой кою ок каў кам камі ках
            n ня ні ню няй няю ень нь няў ням нямі нях
            n ь і ю ей яў ям ямі ях
            n ь і ню нню яў ям ямі ях
            n 0 ы у чу ччу аў ам амі ах эй
            n я і ю яй яю 0 яў ям ямі ях
            a ы ага аму ым ая ай аю ую ае ыя ых ымі а
            a ы ога ому ым ая ой ою ую ое ыя ых ымі
            a і ага аму ім ая ай аю ую ае ія іх імі а
            a і ога ому ім ая ой ою ую ое ія іх імі
            a і яга яму ім яя яй яю юю яе ія іх імі е
            a 0 а у ага аму ым ай ы ых ымі
            a ейшы ейшага ейшаму ейшым ейшая ейшай ейшую ейшае ейшыя ейшых ейшымі
            v аць аю аеш ае аем аеце аюць аў ала ала алі ай айце аючы аўшы
            v яць яю яеш яе яем яеце яюць яў яла яла ялі яй яйце яючы яўшы
            v ець ею ееш ее еем ееце еюць еў ела ела елі ей ейце еючы еўшы
            v эць эю эеш эе эем эеце эюць эў эла эла элі
            v аваць ую уеш уе уем уеце уюць аваў авала авала авалі уй уйце уючы аваўшы
            v яваць юю юеш юе юем юеце ююць яваў явала явала явалі юй юйце юючы яваўшы
            v іць ю іш ім іце яць іў іла іла ілі і ячы іўшы
            v іць лю іш ім іце яць іў іла іла ілі іўшы
            v іць +у іш ім іце яць іў іла іла ілі іўшы
            v ыць у ыш ым ыце аць ыў ыла ыла ылі ы ачы ыўшы
            v нуць ну неш не нем неце нуць нуў нула нулі нуўшы
            v нуць ну неш не нём няце нуць нуў нула нулі ні
            v аць +у +аш +а +ам +аце +уць аў ала алі аўшы
            v аць у еш е ем еце уць аў ала алі аўшы
            v ці у еш е ём яце уць ла лі
            v ці у еш е ем еце уць ла лі
            v ець +у іш іць ім іце яць еў ела елі
            v эць у ыш ыць ым ыце аць эў эла элі
            v аць у ыш ыць ым ыце аць аў ала алі
            v ць ў ла лі ўшы му мем меш ме муць мі
            v яць ме му меш мем муць яў яла ялі яўшы
            v ць ў ла лі ду дзеш дзе дзем дуць дзі
            v рці рлі ру рэш рэ рэм руць рла
            v ці ла лі дзе ду дзем дзеш дуць лося
            v чы ць ж гу жаш жа жам гуць г гла глі
            v ы 0 ла лі у аш а ам уць
            v аць ну неш не нем нуць аў ала алі
            p аны ана ана аны аная анага анаму аным аную анае аныя аных анымі
            p яны яна яна яны яная янага янаму яным яную янае яныя яных янымі
            p ены ена ены еная енага енаму еным еную енае еныя еных енымі
            p ты та ты тая тага таму тым тую тае тыя тых тымі
            """.lines().map(Paradigm::of).toList();

    private final Predicate<String> isWord;

    BelarusianStem(Predicate<String> isWord) {
        this.isWord = isWord;
    }

    private static final Map<String, String> IRREGULAR = new java.util.HashMap<>();

    static {
        """
        быць быў была было былі буду будзеш будзе будзем будзеце будуць будзь ёсць ёсьць
        ён яго яму ім яна яе ёй ёю яны іх імі яно
        я мяне мне мной мною
        ты цябе табе табой табою
        мы нас нам намі
        вы вас вам вамі
        той тая тое тыя таго таму тым той тую тых тымі
        увесь уся усё усе ўвесь ўся ўсё ўсе усяго ўсяго усім ўсім усіх ўсіх усёй ўсёй усю ўсю усімі ўсімі усяму ўсяму
        хто каго каму кім ніхто нікога
        што чаго чаму чым нішто нічога нічым
        свой свая сваё свае свайго свайму сваім сваёй сваю сваіх сваімі
        мой мая маё мае майго майму маім маёй маю маіх маімі
        твой твая тваё твае твайго твайму тваім тваёй тваю тваіх тваімі
        адзін адна адно адны аднаго аднаму адным адной адну адных аднымі
        магчы магу можаш можа можам можаце могуць мог магла магло маглі
        даць дам дасі дасць дась дадзім дадуць даў дала дало далі дай
        мець маю маеш мае маем маеце маюць меў мела мелі
        чалавек чалавека чалавеку чалавекам чалавеку людзі людзей людзям людзьмі людзях
        дзіця дзіцяці дзеці дзяцей дзецям дзецьмі дзецях
        """.lines().forEach(line -> {
            String[] forms = line.split(" ");
            for (String form : forms) {
                IRREGULAR.putIfAbsent(form, forms[0]);
            }
        });
    }

    Set<String> of(String word) {
        if (IRREGULAR.containsKey(word)) {
            return Set.of(IRREGULAR.get(word));
        }
        String bare = reflexive(word.startsWith("ў") ? "у" + word.substring(1) : word);
        Map<String, Double> found = new LinkedHashMap<>();
        for (int length = Math.max(1, bare.length() - 6); length <= bare.length(); length++) {
            for (String stem : stems(bare.substring(0, length))) {
                for (Paradigm paradigm : PARADIGMS) {
                    List<String> forms = paradigm.forms(stem);
                    if (forms.contains(bare)) {
                        boolean participle = paradigm.part().equals("p");
                        if (participle && forms.stream().filter(isWord).count() < 6) continue;
                        if (participle && !isWord.test(stem + forms.get(0).substring(stem.length()).replaceAll("н?ы$|ты$", "") + "ць") && !isWord.test(stem + "іць") && !isWord.test(stem + "ць")) continue;
                        Set<String> distinct = new LinkedHashSet<>(forms);
                        long there = distinct.stream().filter(isWord).count();
                        double score = there * (double) there / distinct.size() * (participle ? 1.3 : 1);
                        found.merge(folded(stem) + (participle ? "v" : paradigm.part()), score, Math::max);
                    }
                }
            }
        }
        double best = found.values().stream().mapToDouble(x -> x).max().orElse(0);
        if (best < MIN) {
            String light = folded(light(bare));
            return OOV ? new LinkedHashSet<>(List.of(light + "n", light + "a", light + "v")) : Set.of(light);
        }
        Set<String> all = new LinkedHashSet<>();
        found.forEach((token, score) -> {
            if (score >= best * NEAR) {
                all.add(token);
            }
        });
        return all;
    }

    static final double MIN = Double.parseDouble(System.getProperty("min", "1.5"));
    static final double NEAR = Double.parseDouble(System.getProperty("near", "1"));
    static final boolean OOV = System.getProperty("oov") != null;

    private static final List<String> ENDINGS = java.util.stream.Stream.of(
                    "ага яга ога аму яму ому ую юю ая яя ое ае яе ыя ія ым ім ымі імі ых іх ой ай яй ею ёю ою аю яю ёй",
                    "а я у ю ы і е э о ь ё ам ям ом ем ём аў яў оў ёў еў ах ях амі ямі ей эй эю й",
                    "ць ці ла ло лі іў ыў ала яла іла ыла ела ало яло іло ыло ело алі ялі ілі ылі елі",
                    "аць яць іць ыць ець эць уць юць аюць яюць еш аеш яеш іш ыш аш яш аем яем еце аеце яеце іце ыце аце яце",
                    "учы ючы ачы ячы аючы яючы аўшы яўшы іўшы ыўшы")
            .flatMap(line -> java.util.stream.Stream.of(line.split(" ")))
            .distinct()
            .sorted(java.util.Comparator.comparing(String::length).reversed())
            .toList();

    private static String light(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static String reflexive(String word) {
        if (word.length() > 5 && word.endsWith("цца")) {
            return word.substring(0, word.length() - 3) + "ць";
        }
        return word.length() > 5 && (word.endsWith("ся") || word.endsWith("ся")) ? word.substring(0, word.length() - 2) : word;
    }

    /** Stems that the beginning of a form may stand for. */
    private static List<String> stems(String start) {
        List<String> stems = new ArrayList<>(List.of(start));
        ALTERNATIONS.forEach((from, tos) -> {
            if (start.endsWith(from)) {
                for (String to : tos.split(" ")) {
                    stems.add(start.substring(0, start.length() - from.length()) + to);
                }
            }
        });
        return stems;
    }

    private static final Map<String, String> ALTERNATIONS = new LinkedHashMap<>(Map.of(
            "ц", "к т", "з", "г", "с", "х", "дз", "д", "ш", "с х", "ж", "з г", "ч", "к ц т", "дж", "дз", "шч", "сц ск"));

    static String softened(String stem) {
        String start = stem.substring(0, stem.length() - 1);
        return switch (stem.charAt(stem.length() - 1)) {
            case 'к' -> stem.length() > 2 && "аеёіоуыэюя".indexOf(stem.charAt(stem.length() - 2)) < 0 ? start + "цы" : start + "цэ";
            case 'г' -> start + "зе";
            case 'х' -> start + "се";
            case 'т' -> start + "це";
            case 'д' -> start + "дзе";
            case 'р', 'ж', 'ш', 'ч', 'ц' -> stem + "э";
            default -> stem + "е";
        };
    }

    static String hushed(String stem) {
        String start = stem.substring(0, stem.length() - 1);
        if (stem.endsWith("дз")) {
            return stem.substring(0, stem.length() - 2) + "дж";
        }
        if (stem.endsWith("сц")) {
            return stem.substring(0, stem.length() - 2) + "шч";
        }
        return switch (stem.charAt(stem.length() - 1)) {
            case 'с', 'х' -> start + "ш";
            case 'з', 'г' -> start + "ж";
            case 'к', 'ц', 'т' -> start + "ч";
            default -> stem;
        };
    }

    private static String folded(String stem) {
        return stem.replace('о', 'а').replace('э', 'а').replace('ё', 'е').replace('я', 'е').replace('ў', 'у').replace("ь", "");
    }
}
