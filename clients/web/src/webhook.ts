import type { Schemas } from './client.js';

interface Message {
  /** The same when it comes again. */
  id: string;
  subject?: string;
  time: string;
  /** Rises with each change. */
  sequence?: string;
}

/** What was removed for a legal reason, and must be kept nowhere. */
export type RemovalNotice = Schemas['RemovalNotice'];

/** A message from Dateline (CloudEvents 1.0): a removal, a test, or a change. */
export type DatelineEvent =
  | (Message & { type: 'dev.dateline.removal'; data: RemovalNotice })
  | (Message & { type: 'dev.dateline.webhook.test'; data: Record<string, never> })
  | (Message & { type: `dev.dateline.${string}.${'published' | 'updated' | 'withdrawn'}`; data: Schemas['Change'] });

const TOLERANCE_SECONDS = 300;
const bytes = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const text = new TextEncoder();

/**
 * Checks a message as Standard Webhooks says, and reads it.
 *
 * @param keys what the webhook was made with: `whsec_…` or `whpk_…`; two while one takes the other's place
 * @param now in seconds, as in `webhook-timestamp`
 * @throws Error when nobody who has one of the keys has signed it, or longer than five minutes ago
 */
export async function verify(headers: Headers, body: string, keys: string[], now = Date.now() / 1000): Promise<DatelineEvent> {
  const id = headers.get('webhook-id');
  const sent = headers.get('webhook-timestamp');
  if (!id || !sent || !(Math.abs(now - Number(sent)) <= TOLERANCE_SECONDS)) throw new Error('The message is too old, or says not when it was sent.');
  const signed = text.encode(`${id}.${sent}.${body}`);
  for (const signature of (headers.get('webhook-signature') ?? '').split(' ')) {
    for (const key of keys) {
      if (await fits(key, signature, signed)) return JSON.parse(body) as DatelineEvent;
    }
  }
  throw new Error('The message is not signed with a key that is known here.');
}

async function fits(key: string, signature: string, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const [version, value] = signature.split(',');
  if (!value) return false;
  try {
    if (version === 'v1' && key.startsWith('whsec_')) {
      const secret = await crypto.subtle.importKey('raw', bytes(key.slice(6)), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
      return await crypto.subtle.verify('HMAC', secret, bytes(value), signed);
    }
    if (version === 'v1a' && key.startsWith('whpk_')) {
      const open = await crypto.subtle.importKey('raw', bytes(key.slice(5)), 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', open, bytes(value), signed);
    }
  } catch {
    return false; // what is no base64 is no signature either
  }
  return false;
}

/** What a front end does when something has changed. */
export interface Revalidation {
  keys: string[];
  /** For each cache group: Next's `revalidateTag`, the invalidation of Astro's cache, a CDN's purge by tag. */
  revalidate: (group: string) => unknown;
  /** Takes away whatever is kept, beside what `revalidate` drops, of what was removed for a legal reason. */
  remove: (notice: RemovalNotice) => unknown;
  /** Where Dateline is: when `remove` has come to its end, the removal is acknowledged there. */
  dateline: string;
}

/**
 * A route that a webhook posts to. Give it to any framework that speaks `Request` and `Response`. When something fails, it answers 500,
 * and the message comes again.
 */
export function revalidating({ keys, revalidate, remove, dateline }: Revalidation): (request: Request) => Promise<Response> {
  return async (request) => {
    let event: DatelineEvent;
    try {
      event = await verify(request.headers, await request.text(), keys);
    } catch (reason) {
      return new Response(String(reason), { status: 401 });
    }
    try {
      for (const group of event.data.groups ?? []) await revalidate(group);
      if (event.type === 'dev.dateline.removal') {
        await remove(event.data as RemovalNotice);
        await acknowledge(dateline + (event.data as RemovalNotice).acknowledgeAt);
      }
      return new Response(null, { status: 204 });
    } catch (reason) {
      console.error(reason);
      return new Response(null, { status: 500 });
    }
  };
}

async function acknowledge(address: string): Promise<void> {
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  if (!answer.ok) throw new Error(`The removal could not be acknowledged: ${answer.status}`);
}
