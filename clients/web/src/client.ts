import type { components, paths } from './contract.js';

export type Schemas = components['schemas'];

/** Every address that can be read. */
type Readable = { [P in keyof paths]: paths[P] extends { get: { responses: { 200: { content: { 'application/json': unknown } } } } } ? P : never }[keyof paths];
type Operation<P extends Readable> = paths[P] extends { get: infer G } ? G : never;
type Body<P extends Readable> = Operation<P> extends { responses: { 200: { content: { 'application/json': infer B } } } } ? B : never;
type Places<P extends Readable> = Operation<P> extends { parameters: { path: infer V } } ? { path: V } : { path?: never };
type Given<P extends Readable> = Operation<P> extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
type Query<P extends Readable> = [Given<P>] extends [never] ? { query?: never } : {} extends Given<P> ? { query?: Given<P> } : { query: Given<P> };

/** What was answered. `groups` name what it was made from: when one of them changes, it may be outdated. */
export interface Answer<T> { data: T; groups: string[]; etag: string | null }

/** What Dateline says when something cannot be had (RFC 9457). 410 is what was withdrawn; see `details.withdrawal`. */
export class Problem extends Error {
  constructor(readonly status: number, readonly details: Partial<Schemas['Problem']> & { withdrawal?: Schemas['Withdrawal'] }) {
    super(details.detail ?? details.title ?? `Dateline answered ${status}`);
  }
}

/** Reads Dateline. Answers are asked for again with their ETag; while nothing has changed, they come from memory. */
export class Dateline {
  readonly #kept = new Map<string, Answer<unknown>>();

  /** @param options a reader's `key` where delivery needs one; another `fetch`, such as that of a framework; how many answers to `keep` */
  constructor(readonly url: string, readonly options: { key?: string; fetch?: typeof fetch; keep?: number } = {}) {}

  async get<P extends Readable>(path: P, ...[more]: {} extends Places<P> & Query<P> ? [(Places<P> & Query<P>)?] : [Places<P> & Query<P>]): Promise<Answer<Body<P>>> {
    const places = (more?.path ?? {}) as Record<string, string>;
    const address = path.replace(/\{(\w+)}/g, (_, name: string) => encodeURIComponent(String(places[name])));
    const query = Object.entries((more?.query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
    return this.follow(address + (query.length ? '?' + new URLSearchParams(query.map(([name, value]) => [name, String(value)])) : ''));
  }

  /** Reads an address that an answer names: `href`, `next`, `since`. */
  async follow<T>(address: string): Promise<Answer<T>> {
    const kept = this.#kept.get(address) as Answer<T> | undefined;
    const headers = new Headers({ accept: 'application/json' });
    if (kept?.etag) headers.set('if-none-match', kept.etag);
    if (this.options.key) headers.set('authorization', `Bearer ${this.options.key}`);
    const response = await (this.options.fetch ?? fetch)(this.url + address, { headers });
    if (response.status === 304 && kept) return kept;
    this.#kept.delete(address);
    if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})) as Problem['details']);
    const groups = [...(response.headers.get('cache-groups') ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
    const answer = { data: (await response.json()) as T, groups, etag: response.headers.get('etag') };
    if (answer.etag) this.#kept.set(address, answer);
    if (this.#kept.size > (this.options.keep ?? 500)) this.#kept.delete(this.#kept.keys().next().value as string);
    return answer;
  }

  /** Every item of a collection, page after page: `for await (const item of dateline.items(await dateline.get('/v1/articles')))`. */
  async *items<T>(page: Answer<{ items: T[]; next?: string }>): AsyncGenerator<T> {
    for (let one = page; ; one = await this.follow(one.data.next)) {
      yield* one.data.items;
      if (!one.data.next) return;
    }
  }
}
