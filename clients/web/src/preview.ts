import { type Dateline, Problem, type Schemas } from './client.js';

/**
 * A route that shows a preview with the site's own page. Set `dateline.preview.url` to its address, such as
 * `https://example.org/preview/{token}`: who follows a link in a browser is sent there. Nobody may keep what it answers.
 */
export function previewing(dateline: Dateline, page: (article: Schemas['Article']) => string | Promise<string>): (token: string) => Promise<Response> {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };
  return async (token) => {
    try {
      const { data } = await dateline.get('/v1/previews/{token}', { path: { token } });
      return new Response(await page(data), { headers });
    } catch (problem) {
      if (problem instanceof Problem && problem.status < 500) return new Response('This link does not open any more.', { status: 404, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });
      throw problem;
    }
  };
}
