import type { Schemas } from './client.js';

type Block = Schemas['PublishedBlock'];
type Image = Schemas['Image'];

/** How a site shows what is its own to decide. */
export interface RenderOptions {
  /** Where an article of this address of Dateline's is read on the site. */
  link?: (article: { slug: string; language: string }) => string;
  /** Where the page gets a picture from; nothing leaves it out. */
  media?: (url: string) => string | undefined;
  /** How wide a picture is shown, for `sizes`. */
  sizes?: string;
}

/** Plain text as HTML. `html` of blocks is clean already: Dateline lets only inline elements and safe links through. */
export function escape(text: string | undefined): string {
  return (text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function renderBlocks(blocks: Block[], options: RenderOptions = {}): string {
  return blocks.map((block) => renderBlock(block, options)).join('\n');
}

/** One block as semantic HTML, without classes of anybody's design. A new type of block is an error of the compiler here. */
export function renderBlock(block: Block, options: RenderOptions = {}): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${block.html}</p>`;
    case 'heading':
      return `<h${block.level}>${block.html}</h${block.level}>`;
    case 'quote':
      return figure(`<blockquote><p>${block.html}</p></blockquote>`, block.attribution && speaker(block.attribution));
    case 'list':
      return block.ordered ? `<ol${block.start ? ` start="${block.start}"` : ''}>${items(block.items)}</ol>` : `<ul>${items(block.items)}</ul>`;
    case 'fact-box':
      return `<aside aria-label="${escape(block.title)}"><p><strong>${escape(block.title)}</strong></p><ul>${items(block.items)}</ul></aside>`;
    case 'image':
      return picture(block.image, options);
    case 'gallery':
      return `<section aria-label="${escape(block.title)}">${block.images.map((image) => picture(image, options)).join('')}</section>`;
    case 'video':
    case 'audio':
      return block.mediaType
        ? figure(`<${block.type} controls preload="none" src="${escape(block.url)}"></${block.type}>`, escape(block.caption ?? block.title))
        : figure(outward(block.url, block.title ?? block.url), escape(block.caption));
    case 'embed':
      return figure(`${block.text ? `<blockquote>${escape(block.text)}</blockquote>` : ''}${outward(block.url, block.title ?? block.url)}`, escape(block.author));
    case 'related':
      return `<ul>${block.articles.map((article) => `<li><a href="${escape(options.link?.(article) ?? article.href)}" hreflang="${escape(article.language)}">${escape(article.headline)}</a></li>`).join('')}</ul>`;
    case 'table':
      return table(block);
    case 'code':
      return `<pre tabindex="0"><code>${escape(block.text)}</code></pre>`;
    case 'divider':
      return '<hr>';
    default:
      return unknown(block);
  }
}

/** A block that this version does not know, from a newer Dateline: a page must not break because of it. */
function unknown(_block: never): string {
  return '';
}

function items(all: string[]): string {
  return all.map((item) => `<li>${item}</li>`).join('');
}

function outward(url: string, text: string): string {
  return `<a href="${escape(url)}" rel="noopener">${escape(text)}</a>`;
}

function figure(content: string, caption: string | undefined): string {
  return `<figure>${content}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
}

function speaker({ person, office, url }: Schemas['Attribution']): string {
  const name = url ? outward(url, person) : escape(person);
  return office ? `${name}, ${escape(office)}` : name;
}

/** A picture with its sizes, caption and credit. */
export function picture(image: Image, options: RenderOptions = {}): string {
  const media = options.media ?? ((url: string) => url);
  const { renditions } = image;
  const address = (width: number, format: string) =>
    media(renditions?.template.replace('{crop}', 'full').replace('{width}', String(width)).replace('{format}', format) ?? '');
  const url = image.url === undefined ? undefined : media(image.url);
  const widest = renditions?.widths.at(-1);
  const src = widest ? address(widest, 'jpg') : url;
  if (!src) return '';
  const set = renditions?.widths.map((width) => `${address(width, 'webp')} ${width}w`).join(', ');
  const size = image.width && image.height ? ` width="${image.width}" height="${image.height}"` : '';
  const srcset = set ? ` srcset="${escape(set)}" sizes="${options.sizes ?? '100vw'}"` : '';
  const caption = [image.caption, image.credit].filter(Boolean).map(escape).join(' · ');
  return figure(`<img src="${escape(src)}" alt="${escape(image.alt)}"${size}${srcset} loading="lazy">`, caption);
}

function table(block: Schemas['TableBlock']): string {
  const headers = block.headerRows ?? 0;
  const cells = (row: string[], name: string) => row.map((cell) => `<${name}${name === 'th' ? ' scope="col"' : ''}>${cell}</${name}>`).join('');
  const rows = block.rows.map((row, i) => `<tr>${cells(row, i < headers ? 'th' : 'td')}</tr>`).join('');
  return `<table>${block.caption ? `<caption>${escape(block.caption)}</caption>` : ''}${rows}</table>`;
}
