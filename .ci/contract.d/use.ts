// What a front end does with the generated types. It only has to compile.
import type { components as Delivery, paths as DeliveryPaths } from "./delivery";
import type { components as Editorial } from "./editorial";

type ArticlePage = DeliveryPaths["/v1/articles"]["get"]["responses"][200]["content"]["application/json"];
type ArticleItem = Delivery["schemas"]["ArticleItem"];
type PublishedBlock = Delivery["schemas"]["PublishedBlock"];
type Block = Editorial["schemas"]["Block"];

export function summary(item: ArticleItem): string {
  // @ts-expect-error: a card has no body
  const early = item.body;
  if (item.view === "card") {
    // @ts-expect-error: nor has it here
    return item.headline + item.sources;
  }
  const body: Delivery["schemas"]["Body"] | undefined = item.body;
  const sources: string[] = item.sources.map((source) => source.name);
  return [item.headline, ...sources, ...(body?.blocks ?? []).map(published)].join("\n");
}

export function page(answer: ArticlePage): string[] {
  return answer.items.map(summary);
}

function never(block: never): never {
  throw new Error(JSON.stringify(block));
}

export function published(block: PublishedBlock): string {
  switch (block.type) {
    case "paragraph":
      return block.html;
    case "heading":
      return "#".repeat(block.level) + " " + block.html;
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
    default:
      return never(block);
  }
}

export function edited(block: Block): string[] {
  if (block.type === "related") {
    return block.articles; // ids here, not links
  }
  if (block.type === "fact-box") {
    return [block.title, ...block.items];
  }
  // @ts-expect-error: not every other block has items
  return block.items;
}

export const paragraph: Block = { type: "paragraph", html: "The bridge opened at <em>six</em>." };
// @ts-expect-error: no block is called so
export const unknown: Block = { type: "paragraf", html: "" };
