// What an integrator does first with clients generated for TypeScript (typescript-axios).
import * as delivery from "./typescript-axios/delivery/index.js";
import * as editorial from "./typescript-axios/editorial/index.js";

const basePath = process.env.DATELINE_URL!;

function check(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

const articles = new delivery.ArticlesApi(new delivery.Configuration({ basePath }));
const article = (await articles.getArticle("minsk-bridge-reopens")).data;
const blocks = article.body?.blocks ?? [];
check(blocks.some((block) => block.type === "quote" && block.attribution?.person), "the quote lost its person");
const page = (await articles.listArticles(undefined, undefined, undefined, undefined, undefined, undefined, undefined, 2)).data;
check(page.items.length === 2 && page.next, "a page");

const configuration = new editorial.Configuration({ basePath, accessToken: process.env.DATELINE_KEY! });
const desk = new editorial.EditingArticlesApi(configuration);
const publishing = new editorial.PublishingApi(configuration);
const content: editorial.ArticleContent = {
  language: "en",
  headline: "Written by axios",
  body: [{ type: "paragraph", html: "The first line." }],
};
const draft = (await desk.createArticle(content)).data;
const collection = editorial.WorkingCopyCollection.Articles;
check((await publishing.publish(collection, draft.id, "*", {})).data.live, "not live");
check((await articles.getArticle(draft.id)).data.headline === "Written by axios", "headline");
await publishing.withdraw(collection, draft.id, "*");
check((await desk.deleteArticle(draft.id, "*")).status === 204, "not deleted");
console.log("typescript-axios:", new Set(blocks.map((block) => block.type)), page.items.length, "articles in a page");
