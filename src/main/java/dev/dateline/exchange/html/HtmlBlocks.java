package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.DividerBlock;
import dev.dateline.content.LineBreaks;
import dev.dateline.content.ParagraphBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Cuts HTML into blocks: classic WordPress text, where blank lines make paragraphs, and Gutenberg's markup alike. Every word
 * and every address is in a block or in a note. An element that is not known is inline: its words stay in their sentence.
 */
public final class HtmlBlocks {

    /** Elements that mean nothing by themselves. */
    private static final Set<String> MEANINGLESS = Set.of(
            "article", "aside", "body", "center", "div", "footer", "header", "hgroup", "main", "nav", "p", "picture",
            "section", "span");

    private static final int MAX_DEPTH = 60;
    private static final int MAX_PATTERNS = 100;
    private static final int MAX_NESTED = 3;

    private final HtmlNotes notes;
    private final HtmlContext context;
    private final HtmlMedia media;
    private final SocialPosts posts;
    private final WordPressBlocks wordPress;
    private final LeftOut leftOut;
    private final Formulas formulas;
    private final InlineWriter inline = new InlineWriter();
    private final HtmlText text;
    private final LooseText loose;
    private List<Block> blocks = new ArrayList<>();
    private int patterns;
    private int nested;
    private int lists;
    private int solid;
    private int verbatim;

    private HtmlBlocks(HtmlContext context, boolean classic, HtmlNotes notes) {
        this.context = context;
        this.loose = new LooseText(inline, this::flush, classic);
        this.notes = notes;
        this.media = new HtmlMedia(notes);
        this.posts = new SocialPosts(media, notes);
        this.wordPress = new WordPressBlocks(context, notes);
        this.leftOut = new LeftOut(notes);
        this.text = new HtmlText(inline, this::nodes, notes);
        this.formulas = new Formulas(inline, this::nodes, notes);
    }

    public static ConvertedHtml convert(String source, HtmlContext context) {
        HtmlNotes notes = new HtmlNotes();
        String html = CharacterReferences.allowed(source);
        int comment = html.lastIndexOf("<!--");
        if (comment > html.lastIndexOf("-->")) {
            notes.text("a comment that does not end", html.substring(comment + 4));
        }
        HtmlBlocks converter = new HtmlBlocks(context, !html.contains("<!-- wp:"), notes);
        converter.part(html);
        if (!context.footnotes().isEmpty() && !html.contains("wp:footnotes")) {
            converter.footnotes();
        }
        List<Block> blocks =
                converter.blocks.stream().map(converter.media::embedded).toList();
        return new ConvertedHtml(BlockLimits.fitted(blocks, notes), notes.all());
    }

    private void part(String html) {
        Document document = Document.createShell(context.address());
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        document.body()
                .insertChildren(
                        0, parser.parseFragmentInput(ReadableHtml.of(html, notes), document.body(), context.address()));
        nodes(document.body().childNodes());
        flush();
    }

    private void nodes(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof TextNode words) {
                words(words);
            } else if (node instanceof DataNode data) {
                inline.text(data.getWholeData()); // what a parser does not read in an element, as in <noembed>
            } else if (node instanceof Comment comment) {
                comment(comment.getData());
            } else if (node instanceof Element element) {
                notes.attributes(element);
                element(element);
            }
        }
    }

    private void words(TextNode text) {
        if (verbatim > 0) {
            inline.preformatted(text.getWholeText());
        } else if (solid > 0) {
            inline.text(text.getWholeText());
        } else {
            loose.read(text);
        }
    }

    private void comment(String data) {
        for (WordPressPart part : wordPress.read(data)) {
            flush();
            switch (part.kind()) {
                case BLOCKS -> blocks.addAll(part.blocks());
                case FOOTNOTES -> footnotes();
                case HTML -> pattern(part.html());
            }
        }
    }

    /** A part that is shared; one that holds itself comes to an end. */
    private void pattern(String html) {
        if (++patterns > MAX_PATTERNS || nested > MAX_NESTED) {
            notes.add("shared blocks were nested too deeply, and some were left out");
            return;
        }
        nested++;
        part(html);
        nested--;
    }

    private void element(Element element) {
        String name = element.normalName();
        if (HtmlText.isMark(name)) {
            text.mark(element);
        } else if (LeftOut.isLeftOut(name)) {
            leftOut.element(element);
        } else if (LineBreaks.isBlock(element)) {
            notes.hidden(element);
            flush();
            block(element, name);
            flush();
        } else {
            other(element, name);
        }
    }

    private void block(Element element, String name) {
        if (HtmlFigures.isFigure(element)) {
            blocks.addAll(new HtmlFigures(media, notes).figure(element, this::inside));
            return;
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                blocks.addAll(HtmlHeadings.heading(element, this::inside, notes));
            case "blockquote" ->
                blocks.addAll(posts.quote(element)
                        .map(List::of)
                        .orElseGet(() -> HtmlQuotes.quote(element, this::loosely, notes)));
            case "ul", "ol", "menu", "dir" -> list(element);
            case "table" -> blocks.addAll(HtmlTables.table(element, this::inside, notes));
            case "hr" -> blocks.add(new DividerBlock());
            case "pre" -> HtmlCode.code(element, notes).ifPresentOrElse(blocks::add, () -> verbatim(element));
            case "p", "li", "dt", "dd", "summary", "address", "figcaption", "caption", "td", "th" -> {
                if (!MEANINGLESS.contains(name)) {
                    notes.add("<" + name + "> became a paragraph");
                }
                blocks.addAll(inside(element.childNodes()));
            }
            default -> container(element, name);
        }
    }

    private void list(Element element) {
        lists++;
        List<Block> list = HtmlLists.list(element, lists, this::inside, notes);
        lists--;
        blocks.addAll(list);
    }

    private void container(Element element, String name) {
        Optional<Block> post = posts.facebook(element);
        if (post.isPresent()) {
            blocks.add(post.get());
            return;
        }
        if (!MEANINGLESS.contains(name)) {
            notes.add("<" + name + "> became paragraphs");
        }
        nodes(element.childNodes());
    }

    private void other(Element element, String name) {
        switch (name) {
            case "br" -> inline.lineBreak();
            case "wbr", "rp" -> {}
            case "math", "mfrac", "msup", "msub", "msqrt", "annotation", "annotation-xml" -> formulas.element(element);
            case "a" -> text.link(element);
            case "img" -> alone(media.image(element));
            case "iframe", "video", "audio", "embed", "object" -> alone(media.embed(element));
            case Shortcodes.EMBED ->
                alone(Addresses.web(element, "data-dateline-src").map(url -> media.embed(url, "")));
            case Shortcodes.GALLERY -> {
                flush();
                blocks.addAll(wordPress.gallery(element.attr("data-dateline-name"), element.attr("data-dateline-ids")));
            }
            case "noscript" -> withoutScript(element);
            case "script", "style", "link", "meta" -> {
                posts.telegram(element).ifPresent(post -> alone(Optional.of(post)));
                leftOut.script(element);
            }
            case "span", "font" -> {
                notes.hidden(element);
                text.styled(element);
            }
            case "rt" -> {
                inline.text(" (");
                nodes(element.childNodes());
                inline.text(")");
            }
            default -> {
                if (!MEANINGLESS.contains(name)) {
                    notes.element(name);
                }
                nodes(element.childNodes());
            }
        }
    }

    private void alone(Optional<Block> block) {
        flush();
        block.ifPresent(blocks::add);
    }

    private void withoutScript(Element element) {
        if (element.select("img, iframe").isEmpty()) {
            leftOut.element(element);
            return;
        }
        List<Block> instead = inside(element.childNodes());
        instead.stream()
                .filter(block -> blocks.stream().noneMatch(shown -> HtmlMedia.showSame(shown, block)))
                .forEach(blocks::add);
    }

    private void verbatim(Element element) {
        verbatim++;
        nodes(element.childNodes());
        verbatim--;
    }

    private void footnotes() {
        String items = context.footnotes().stream()
                .map(html -> "<li>" + html + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
        list(Jsoup.parseBodyFragment(items, context.address()).body().child(0));
    }

    // Blocks within blocks

    /** The blocks of what stands in an element whose line ends are white space. */
    private List<Block> inside(List<Node> nodes) {
        solid++;
        List<Block> inner = loosely(nodes);
        solid--;
        return inner;
    }

    private List<Block> loosely(List<Node> nodes) {
        flush();
        List<Block> outer = blocks;
        blocks = new ArrayList<>();
        nodes(nodes);
        flush();
        List<Block> inner = blocks;
        blocks = outer;
        return inner;
    }

    private void flush() {
        inline.take().forEach(html -> blocks.add(new ParagraphBlock(html)));
    }
}
