import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dateline, previewing, Problem } from '../src/index.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Somebody else's server, as `fetch` sees it. */
function answering(answer: (path: string, headers: Headers) => Response): { asked: string[]; fetch: typeof fetch } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const { pathname, search } = new URL(String(input));
      asked.push(pathname + search);
      return answer(pathname + search, new Headers(init?.headers));
    },
  };
}

test('an answer comes from memory while it has not changed', async () => {
  const server = answering((_, headers) =>
    headers.get('if-none-match') === '"1"'
      ? new Response(null, { status: 304 })
      : new Response('{"slug": "home"}', { headers: { ...JSON_TYPE, etag: '"1"', 'cache-groups': '"articles", "front:1"' } }));
  const dateline = new Dateline('http://dateline', { fetch: server.fetch });
  const first = await dateline.get('/v1/fronts/{front}', { path: { front: 'ho me' } });
  assert.deepEqual(first.groups, ['articles', 'front:1']);
  assert.equal(await dateline.get('/v1/fronts/{front}', { path: { front: 'ho me' } }), first);
  assert.deepEqual(server.asked, ['/v1/fronts/ho%20me', '/v1/fronts/ho%20me']);
});

test('only so many answers are kept, the latest', async () => {
  const tags: (string | null)[] = [];
  const server = answering((_, headers) => {
    tags.push(headers.get('if-none-match'));
    return new Response('{}', { headers: { ...JSON_TYPE, etag: '"1"' } });
  });
  const dateline = new Dateline('http://dateline', { fetch: server.fetch, keep: 1 });
  for (const path of ['/a', '/b', '/a', '/a']) await dateline.follow(path);
  assert.deepEqual(tags, [null, null, null, '"1"']);
});

test('what was withdrawn is kept no more', async () => {
  const tags: (string | null)[] = [];
  const server = answering((_, headers) => {
    tags.push(headers.get('if-none-match'));
    return tags.length === 2 ? new Response('{}', { status: 410 }) : new Response('{}', { headers: { ...JSON_TYPE, etag: '"1"' } });
  });
  const dateline = new Dateline('http://dateline', { fetch: server.fetch });
  await dateline.follow('/a');
  await assert.rejects(dateline.follow('/a'));
  await dateline.follow('/a');
  assert.deepEqual(tags, [null, '"1"', null]);
});

test('what must be given is an error of the compiler where it is not', () => {
  const dateline = new Dateline('http://dateline', { fetch: answering(() => new Response('{}')).fetch });
  // @ts-expect-error: a search needs words
  void (() => dateline.get('/v1/search'));
  // @ts-expect-error: an article needs a name
  void (() => dateline.get('/v1/articles/{article}'));
  // @ts-expect-error: there is no such address
  void (() => dateline.get('/v1/nothing'));
  // @ts-expect-error: nor such a parameter
  void (() => dateline.get('/v1/articles', { query: { colour: 'red' } }));
  void (() => dateline.get('/v1/articles'));
});

test('a query leaves out what is undefined, and every page of a collection is read', async () => {
  const server = answering((path) =>
    new Response(path.includes('cursor') ? '{"items": [{"id": "3"}]}' : '{"items": [{"id": "1"}, {"id": "2"}], "next": "/v1/articles?cursor=x"}', { headers: JSON_TYPE }));
  const dateline = new Dateline('http://dateline', { fetch: server.fetch });
  const ids: string[] = [];
  for await (const item of dateline.items(await dateline.get('/v1/articles', { query: { language: 'be,ru', limit: 2 } }))) ids.push(item.id);
  assert.deepEqual(ids, ['1', '2', '3']);
  assert.equal(server.asked[0], '/v1/articles?language=be%2Cru&limit=2');
});

test('what cannot be had is a problem that says why', async () => {
  const server = answering(() => new Response('{"status": 410, "detail": "It was withdrawn.", "withdrawal": {"note": "An error."}}', { status: 410 }));
  const asked = new Dateline('http://dateline', { fetch: server.fetch }).get('/v1/articles/{article}', { path: { article: 'gone' } });
  await assert.rejects(asked, (problem: unknown) => problem instanceof Problem && problem.status === 410 && problem.message === 'It was withdrawn.' && problem.details.withdrawal?.note === 'An error.');
  const broken = answering(() => new Response('<html>', { status: 502 }));
  await assert.rejects(new Dateline('http://dateline', { fetch: broken.fetch }).follow('/v1'), /502/);
});

test('a preview is shown to who has the link, and kept by nobody', async () => {
  const server = answering((path) => (path.endsWith('/good') ? new Response('{"headline": "Soon"}', { headers: JSON_TYPE }) : new Response('{}', { status: 404 })));
  const preview = previewing(new Dateline('http://dateline', { fetch: server.fetch }), (article) => `<h1>${article.headline}</h1>`);
  const shown = await preview('good');
  assert.equal(await shown.text(), '<h1>Soon</h1>');
  assert.equal(shown.headers.get('cache-control'), 'no-store');
  assert.equal((await preview('old')).status, 404);
});
