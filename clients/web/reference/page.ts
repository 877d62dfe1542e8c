import { escape, picture, renderBlocks, type Answer, type RenderOptions, type Schemas } from '../src/index.js';
import { WORDS, type Words } from './words.js';

/** Only pictures of Dateline's own, which the site passes on: a page asks nobody else for anything. */
const RENDER: RenderOptions = {
  link: ({ language, slug }) => `/${language}/${slug}`,
  media: (url) => /\/v1\/(media|previews\/[\w-]+\/media)\/.*/.exec(url)?.[0],
  sizes: '(min-width: 44rem) 42rem, 100vw',
};

/** A page, and the cache groups of the answers that it was made of. */
export interface Page { status: number; path?: string; language: string; title: string; description?: string; main: string; groups: string[] }

export function words(language: string): Words {
  return WORDS[language] ?? (WORDS.en as Words);
}

export function front({ data, groups }: Answer<Schemas['Front']>, language: string): Page {
  const parts = data.sections.map((part) => (part.kind === 'callouts' ? (part.callouts ?? []).map(callout).join('') : stories(part, language)));
  return { status: 200, language, title: data.title, main: `<h1>${escape(data.title)}</h1>${parts.join('')}`, groups };
}

function callout(one: Schemas['Callout']): string {
  return `<aside class="callout" aria-label="${escape(one.title)}"${lang(one.language)}>
    <p><strong>${escape(one.title)}</strong></p><p>${escape(one.text)}</p><p><a class="button" href="${escape(one.url)}">${escape(one.label)}</a></p></aside>`;
}

function stories(part: Schemas['FrontPart'], language: string): string {
  const list = part.numbered ? 'ol' : 'ul';
  return `<section><h2>${escape(part.title)}</h2><${list} class="stories">${(part.stories ?? []).map((one) => `<li>${story(one, language)}</li>`).join('')}</${list}></section>`;
}

/** A list may give a story a headline of its own, in its own language. */
function story({ headline, kicker, article, url }: Schemas['Story'], language: string): string {
  const own = article && headline === article.headline ? article.language : language;
  const label = kicker ?? article?.kicker;
  const target = article ? RENDER.link?.(article) : url;
  const outside = article ? '' : ` <small>(${words(language).elsewhere})</small>`;
  return `${label ? `<p class="kicker"${lang(kicker ? language : article?.language)}>${escape(label)}</p>` : ''}
    <h3${lang(own)}><a href="${escape(target)}"${article ? ` hreflang="${article.language}"` : ''}>${escape(headline)}</a>${outside}</h3>
    ${article?.lead ? `<p${lang(article.language)}>${escape(article.lead)}</p>` : ''}`;
}

export function article({ data, groups }: Answer<Schemas['Article']>): Page {
  const say = words(data.language);
  const sources = data.sources.map(({ name, url }) => `<li>${url ? `<a href="${escape(url)}">${escape(name)}</a>` : escape(name)}</li>`).join('');
  const corrections = data.corrections.map((one) => `<li>${escape(one.text)} ${one.at ? `<small>${time(one.at, data.language)}</small>` : ''}</li>`).join('');
  const main = `<article>
    ${data.kicker ? `<p class="kicker">${escape(data.kicker)}</p>` : ''}<h1>${escape(data.headline)}</h1>
    ${data.lead ? `<p class="lead">${escape(data.lead)}</p>` : ''}
    <p class="byline">${escape(data.byline.map(({ name }) => name).join(', '))} · ${time(data.publishedAt, data.language)}</p>
    ${data.image ? picture(data.image, RENDER) : ''}
    ${renderBlocks(data.body?.blocks ?? [], RENDER)}
    ${sources ? `<section><h2>${say.sources}</h2><ul>${sources}</ul></section>` : ''}
    ${corrections ? `<section><h2>${say.corrections}</h2><ul>${corrections}</ul></section>` : ''}
  </article>
  ${data.translations.length ? `<nav aria-label="${say.translations}">${data.translations.map(translation).join(' · ')}</nav>` : ''}`;
  return { status: 200, path: `/${data.language}/${data.slug}`, language: data.language, title: data.headline, ...(data.lead ? { description: data.lead } : {}), main, groups };
}

function translation({ language, slug, headline }: Schemas['ArticleLink']): string {
  return `<a href="/${language}/${slug}" lang="${language}" hreflang="${language}">${escape(headline)}</a>`;
}

/** When a story is gone, missing or out of reach. With its groups, an open page hears when it comes back. */
export function notice(status: number, wanted: string, note: string | undefined, groups: string[]): Page {
  const language = WORDS[wanted] ? wanted : 'en';
  const say = words(language);
  const title = status === 410 ? say.gone : status === 404 ? say.missing : say.away;
  return { status, language, title, main: `<h1>${title}</h1>${note ? `<p>${escape(note)}</p>` : ''}<p><a href="/${language}">${say.back}</a></p>`, groups };
}

function time(at: string, language: string): string {
  return `<time datetime="${at}">${new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Minsk' }).format(new Date(at))}</time>`;
}

function lang(language: string | undefined): string {
  return language ? ` lang="${escape(language)}"` : '';
}

/**
 * The only script of the page: it hears which of its answers are outdated, and asks for the page anew. A page that nobody looks at
 * listens to nothing, since a browser has six connections to a site.
 */
export const LIVE = `
let source, asked = 0;
const show = async () => {
  const turn = ++asked;
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
  const fresh = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html');
  if (turn !== asked) return;
  if (!answer || answer.status >= 500 || !fresh.querySelector('main')) return setTimeout(show, 5000);
  document.querySelector('main').replaceWith(fresh.querySelector('main'));
  document.title = fresh.title;
  const isOther = document.body.dataset.groups !== fresh.body.dataset.groups;
  Object.assign(document.body.dataset, fresh.body.dataset);
  if (isOther) listen();
};
const listen = () => {
  source?.close();
  if (document.hidden || !document.body.dataset.groups) return;
  source = new EventSource('/live?' + new URLSearchParams({ ...document.body.dataset }));
  source.onmessage = show;
};
document.addEventListener('visibilitychange', () => { listen(); if (!document.hidden) show(); });
listen();`;

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1a1a1a, #eee); --ground: light-dark(#fff, #161616); --faint: light-dark(#555, #aaa); --line: light-dark(#ccc, #444); --link: light-dark(#00438a, #8ab8ff); }
body { margin: 0 auto; max-width: 42rem; padding: 0 1rem 3rem; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 Georgia, 'PT Serif', serif; overflow-wrap: anywhere; }
header, nav, .kicker, .byline, figcaption, small, .callout { font-family: system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; border-bottom: 1px solid var(--line); padding: 1rem 0; }
header strong a { color: inherit; text-decoration: none; }
header nav { display: flex; flex-wrap: wrap; gap: 0 1rem; } header nav a { padding: .25rem 0; }
header nav a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
main { padding-top: 1.5rem; } h1 { margin-top: 0; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
h1 { font-size: clamp(1.6rem, 6vw, 2.2rem); line-height: 1.2; } h2 { margin-top: 2.5rem; } h3 { margin: 0; font-size: 1.15rem; line-height: 1.35; }
.kicker, .byline, figcaption, small { color: var(--faint); font-size: .875rem; margin: 0 0 .25rem; }
.lead { font-size: 1.2rem; } .stories { padding-left: 2rem; } ul.stories { list-style: none; padding: 0; } .stories li { margin: 1.5rem 0; } .stories p { margin: .25rem 0; }
.callout { border: 2px solid var(--line); border-radius: .5rem; padding: 0 1rem; margin: 1.5rem 0; }
.button { display: inline-block; border: 2px solid currentColor; border-radius: .25rem; padding: .5rem 1rem; font-weight: 600; text-decoration: none; }
figure { margin: 1.5rem 0; } img { max-width: 100%; height: auto; } blockquote { margin: 0; padding-left: 1rem; border-left: 4px solid var(--line); font-size: 1.15rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; } td, th { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start; } pre { overflow-x: auto; }
@media print { header nav, .callout, .skip, main > nav { display: none; } body { max-width: none; font-size: 11pt; color: #000; background: #fff; } h1, h2, h3, figure { break-inside: avoid; break-after: avoid; } article a[href^=http]::after { content: ' (' attr(href) ')'; } }`;

/** @param since how far the log of changes had come before the page was made */
export function html(page: Page, site: Schemas['Site'] | undefined, since?: string): string {
  const say = words(page.language);
  const name = site?.names?.[page.language] ?? site?.title ?? say.news;
  const languages = (site?.languages ?? []).filter(({ front }) => front).map(({ language, name }) =>
    `<a href="/${language}" lang="${language}" hreflang="${language}"${language === page.language ? ' aria-current="true"' : ''}>${escape(name)}</a>`);
  return `<!DOCTYPE html>
<html lang="${escape(page.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)} · ${escape(name)}</title>${page.description ? `<meta name="description" content="${escape(page.description)}">` : ''}
<link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body data-groups="${escape(page.groups.join(','))}"${since ? ` data-since="${escape(since)}"` : ''}><a class="skip" href="#main">${say.skip}</a>
<header><strong><a href="/${escape(page.language)}">${escape(name)}</a></strong><nav aria-label="${say.languages}">${languages.join('')}</nav></header>
<main id="main">${page.main}</main><script>${LIVE}</script></body></html>`;
}
