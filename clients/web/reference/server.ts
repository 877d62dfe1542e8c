import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Dateline, previewing, Problem, type Schemas } from '../src/index.js';
import { article, front, html, LIVE, notice, type Page } from './page.js';

const url = process.env.DATELINE_URL ?? 'http://localhost:8080';
const port = Number(process.env.PORT ?? 3000);
const dateline = new Dateline(url);
const preview = previewing(dateline, async (data) => html(article({ data, groups: [], etag: null }), await site()));

/** Nothing of anybody else's, and one script; sounds and films are asked for only when somebody plays them. */
const POLICY = `default-src 'self'; img-src 'self' data:; media-src *; base-uri 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(LIVE).digest('base64')}'`;

/** Without it, a page has only its own words around it. */
async function site(): Promise<Schemas['Site'] | undefined> {
  return dateline.get('/v1/site').then(({ data }) => data, () => undefined);
}

/** Where in the log of changes things stand: a page that is made after that misses nothing which comes later. */
async function since(): Promise<string | undefined> {
  return dateline.get('/v1/changes', { query: { since: 'now' } }).then(({ data }) => new URLSearchParams(data.since?.split('?')[1]).get('since') ?? undefined, () => undefined);
}

async function page(language: string, slug: string | undefined): Promise<Page> {
  try {
    if (slug) return article(await dateline.get('/v1/articles/{article}', { path: { article: slug }, query: { body: 'blocks', language } }));
    const home = (await site())?.languages?.find((one) => one.language === language)?.front;
    return home ? front(await dateline.follow(home), language) : notice(404, language, undefined, []);
  } catch (problem) {
    const isAnswer = problem instanceof Problem;
    if (!isAnswer) console.error(problem);
    const groups = isAnswer && slug ? [`article-address:${slug}`] : [];
    return notice(isAnswer && problem.status < 500 ? problem.status : 503, language, isAnswer ? problem.details.withdrawal?.note : undefined, groups);
  }
}

/** The first language of the reader's in which there is a front. */
async function preferred(accepted: string | undefined): Promise<string> {
  const there = ((await site())?.languages ?? []).filter((one) => one.front).map((one) => one.language);
  const wanted = (accepted ?? '').split(',').map((range) => range.split(';')[0]?.trim().split('-')[0]);
  return wanted.find((language) => language && there.includes(language)) ?? there[0] ?? 'en';
}

/** Streams and pictures come through here, so that a page asks nobody else. */
async function pass(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const stop = new AbortController();
  response.on('close', () => stop.abort());
  const place = request.headers['last-event-id'];
  const answer = await fetch(url + path, { signal: stop.signal, headers: place ? { 'last-event-id': String(place) } : {} });
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  const kept = answer.headers.get('cache-control') ?? 'no-store';
  response.writeHead(answer.status, { 'content-type': type, 'cache-control': kept });
  if (answer.body) Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]).on('error', () => response.destroy()).pipe(response);
  else response.end();
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-security-policy': POLICY }).end(Buffer.from(await answer.arrayBuffer()));
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
  const [first, second, ...rest] = pathname.split('/').slice(1).map(decodeURIComponent);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
  } else if (!first) {
    response.writeHead(302, { location: `/${await preferred(request.headers['accept-language'])}`, vary: 'accept-language' }).end();
  } else if (pathname === '/live') {
    await pass(`/v1/changes/stream?${searchParams}`, request, response);
  } else if (/^\/v1\/(media|previews\/[\w-]+\/media)\//.test(pathname)) {
    await pass(pathname, request, response);
  } else if (first === 'preview' && second) {
    await send(await preview(second), response);
  } else {
    const from = await since();
    const found = rest.length || !/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(first) ? notice(404, 'en', undefined, []) : await page(first, second || undefined);
    if (found.path && found.path !== pathname) return void response.writeHead(302, { location: found.path }).end();
    response.writeHead(found.status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'content-security-policy': POLICY }).end(html(found, await site(), from));
  }
}

createServer((request, response) => {
  serve(request, response).catch((reason) => {
    const isClients = reason instanceof URIError || (reason instanceof Error && reason.name === 'AbortError');
    if (!isClients) console.error(reason);
    if (response.headersSent) response.destroy();
    else response.writeHead(reason instanceof URIError ? 400 : 502).end();
  });
}).listen(port, () => console.log(`The page is at http://localhost:${port}, with the news of ${url}`));
