// What an integrator does first with clients generated for TypeScript (typescript-fetch).
import * as delivery from "./typescript-fetch/delivery/index.js";
import * as editorial from "./typescript-fetch/editorial/index.js";

const url = process.env.DATELINE_URL!;

function check(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

function words(block: delivery.PublishedBlock): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.html;
    case "quote":
      return block.html + (block.attribution?.person ?? "");
    case "list":
    case "fact-box":
      return block.items.join("\n");
    case "image":
      return block.image.alt ?? block.image.url ?? "";
    case "embed":
    case "video":
    case "audio":
      return block.url;
    case "gallery":
      return block.images.map((image) => image.url).join("\n");
    case "table":
      return block.rows.map((row) => row.join(" | ")).join("\n");
    case "code":
      return block.text;
    case "related":
      return block.articles.map((article) => article.headline).join("\n");
    case "divider":
      return "***";
  }
}

const articles = new delivery.ArticlesApi(new delivery.Configuration({ basePath: url }));
const article = await articles.getArticle({ article: "minsk-bridge-reopens" });
const blocks = article.body?.blocks ?? [];
check(blocks.every((block) => words(block).length > 0), "a block without words");
check(blocks.some((block) => block.type === "quote" && block.attribution?.person), "the quote lost its person");

const slugs: string[] = [];
for (let cursor: string | undefined, more = true; more; ) {
  const page = await articles.listArticles({ tag: "minsk", limit: 2, cursor });
  slugs.push(...page.items.map((item) => (item as delivery.ArticleCard).slug));
  cursor = page.next?.match(/cursor=([^&]+)/)?.[1];
  more = cursor !== undefined;
}
check(slugs.length > 2 && new Set(slugs).size === slugs.length, `pages ${slugs}`);

const configuration = new editorial.Configuration({ basePath: url, accessToken: process.env.DATELINE_KEY! });
const desk = new editorial.EditingArticlesApi(configuration);
const publishing = new editorial.PublishingApi(configuration);
const draft = await desk.createArticle({
  articleContent: {
    language: "en",
    headline: "Written by TypeScript",
    body: [{ type: "paragraph", html: "The first line." }],
  },
});
const collection = editorial.WorkingCopyCollection.Articles;
const live = await publishing.publish({ collection, id: draft.id, ifMatch: "*", publication: {} });
check(live.live, "not live");
check((await articles.getArticle({ article: draft.id })).headline === "Written by TypeScript", "headline");
await publishing.withdraw({ collection, id: draft.id, ifMatch: "*" });
await desk.deleteArticle({ id: draft.id, ifMatch: "*" });
console.log("typescript-fetch:", new Set(blocks.map((block) => block.type)), slugs.length, "articles in pages");
