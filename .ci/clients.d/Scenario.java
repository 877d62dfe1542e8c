import dateline.delivery.api.ArticlesApi;
import dateline.delivery.model.Article;
import dateline.delivery.model.ArticleCard;
import dateline.delivery.model.ArticleItem;
import dateline.delivery.model.ArticlePage;
import dateline.delivery.model.BodyFormat;
import dateline.delivery.model.FactBoxBlock;
import dateline.delivery.model.ListBlock;
import dateline.delivery.model.PublishedBlock;
import dateline.delivery.model.View;
import dateline.editorial.api.EditingArticlesApi;
import dateline.editorial.api.PublishingApi;
import dateline.editorial.model.ArticleContent;
import dateline.editorial.model.ArticleWorkingCopy;
import dateline.editorial.model.Block;
import dateline.editorial.model.ParagraphBlock;
import dateline.editorial.model.Publication;
import dateline.editorial.model.WithdrawalReason;
import dateline.editorial.model.WorkingCopyCollection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an integrator does first with clients generated for Java. */
public final class Scenario {
  private static final String URL = System.getenv("DATELINE_URL");

  private Scenario() {}

  public static void main(String[] args) throws Exception {
    var client = new dateline.delivery.ApiClient();
    client.updateBaseUri(URL);
    var articles = new ArticlesApi(client);

    Article article = articles.getArticle("minsk-bridge-reopens", null, null, null);
    Set<String> kinds = new TreeSet<>();
    for (PublishedBlock block : article.getBody().getBlocks()) {
      Object actual = block.getActualInstance();
      if (actual instanceof ListBlock list) {
        check(!list.getItems().isEmpty(), "a list without items");
      } else if (actual instanceof FactBoxBlock box) {
        check(!box.getTitle().isBlank(), "a fact box without a title");
      }
      kinds.add(actual.getClass().getSimpleName());
    }
    check(kinds.size() > 1, "blocks " + kinds);
    check(articles.getArticle("minsk-bridge-reopens", BodyFormat.MARKDOWN, null, "en").getBody().getMarkdown() != null, "Markdown");

    List<String> slugs = new ArrayList<>();
    String cursor = null;
    do {
      ArticlePage page = list(articles, cursor, "minsk", 2, null, null);
      for (ArticleItem item : page.getItems()) {
        ArticleCard card = item.getArticleCard();
        slugs.add(card.getSlug());
      }
      cursor = page.getNext() == null ? null : page.getNext().toString().replaceAll(".*cursor=([^&]+).*", "$1");
    } while (cursor != null);
    check(slugs.size() > 2 && new HashSet<>(slugs).size() == slugs.size(), "pages " + slugs);
    for (ArticleItem item : list(articles, null, null, 100, View.FULL, BodyFormat.BLOCKS).getItems()) {
      check(item.getArticle().getBody().getBlocks() != null, "a body");
    }

    var desk = new dateline.editorial.ApiClient();
    desk.updateBaseUri(URL);
    Map<String, String> key = Map.of("Authorization", "Bearer " + System.getenv("DATELINE_KEY"));
    var editing = new EditingArticlesApi(desk);
    var publishing = new PublishingApi(desk);
    ArticleWorkingCopy draft =
        editing.createArticle(
            new ArticleContent()
                .language("en")
                .headline("Written by Java")
                .body(List.of(new Block(new ParagraphBlock().html("The first line.")))),
            null,
            key);
    var live = publishing.publish(WorkingCopyCollection.ARTICLES, draft.getId(), "*", new Publication(), key);
    check(live.getLive() != null, "not live");
    check(articles.getArticle(draft.getId().toString(), null, null, null).getHeadline().equals("Written by Java"), "headline");
    publishing.withdraw(WorkingCopyCollection.ARTICLES, draft.getId(), "*", WithdrawalReason.WITHDRAWN, "A trial.", key);
    editing.deleteArticle(draft.getId(), "*", key);
    System.out.println("java: " + kinds + ", " + slugs.size() + " articles in pages");
  }

  /** The generated method takes every query parameter, in the order of their names. */
  private static ArticlePage list(ArticlesApi articles, String cursor, String tag, int limit, View view, BodyFormat body)
      throws Exception {
    return articles.listArticles(body, null, null, cursor, null, null, null, limit, null, null, null, null, tag, view);
  }

  private static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
