import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ArticlesApi;
import org.openapitools.client.model.Article;
import org.openapitools.client.model.ArticleCard;
import org.openapitools.client.model.ArticleItem;
import org.openapitools.client.model.Body;

/** Reads one article and lists articles through the client generated from the delivery document. */
public final class ReadArticle {
  private static final String SLUG = "minsk-bridge-reopens";

  private ReadArticle() {}

  public static void main(String[] args) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(System.getenv("DATELINE_URL").replaceAll("/+$", ""));
    var articles = new ArticlesApi(client);

    Article article = articles.getArticle(SLUG, null, null);
    check(article.getHeadline() != null && !article.getHeadline().isBlank(), SLUG + " has no headline");
    check(!blocks(article.getBody()).isEmpty(), SLUG + " has no blocks");
    check(articles.getArticle(SLUG, "markdown", "en").getBody().getMarkdown() != null, SLUG + " has no Markdown");

    List<String> cards = new ArrayList<>();
    for (ArticleItem item : list(articles, null, null)) {
      ArticleCard card = item.getArticleCard();
      check(!card.getHeadline().isBlank(), card.getHref() + " has no headline");
      cards.add(card.getSlug());
    }
    check(!cards.isEmpty(), "no articles");

    Set<String> blocks = new TreeSet<>();
    List<String> whole = new ArrayList<>();
    for (ArticleItem item : list(articles, "full", "blocks")) {
      blocks.addAll(blocks(item.getArticle().getBody()));
      whole.add(item.getArticle().getSlug());
    }
    check(cards.equals(whole), "the cards and the whole articles differ");

    System.out.println("headline: " + article.getHeadline());
    System.out.println(cards.size() + " articles, with " + String.join(", ", blocks));
  }

  /** A page of articles. The generated method takes every query parameter, in the order of their names. */
  private static List<ArticleItem> list(ArticlesApi articles, String view, String body) throws Exception {
    return articles
        .listArticles(body, null, "exact", null, null, null, null, 100, null, null, null, null, null, view)
        .getItems();
  }

  private static Set<String> blocks(Body body) {
    Set<String> names = new TreeSet<>();
    body.getBlocks().forEach(block -> names.add(block.getActualInstance().getClass().getSimpleName()));
    return names;
  }

  private static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
