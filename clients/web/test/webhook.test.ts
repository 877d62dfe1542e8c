import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { revalidating, verify } from '../src/index.js';

const SECRET = 'whsec_' + Buffer.from('a secret of twenty-four!').toString('base64');
const BODY = JSON.stringify({ id: 'msg_1', type: 'dev.dateline.article.updated', time: '2026-11-20T08:15:00Z', data: { groups: ['articles', 'article:1'] } });

function signed(body: string, at = Date.now() / 1000, secret = SECRET): Headers {
  const time = String(Math.floor(at));
  const value = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`msg_1.${time}.${body}`).digest('base64');
  return new Headers({ 'webhook-id': 'msg_1', 'webhook-timestamp': time, 'webhook-signature': `v1,${value}` });
}

test('a message is read when one of the keys has signed it', async () => {
  const other = 'whsec_' + Buffer.from('another secret of theirs').toString('base64');
  assert.equal((await verify(signed(BODY), BODY, [other, SECRET])).type, 'dev.dateline.article.updated');
});

test('a message is read that was signed with Ed25519', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const open = 'whpk_' + Buffer.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)).toString('base64');
  const headers = signed(BODY);
  const value = sign(null, Buffer.from(`msg_1.${headers.get('webhook-timestamp')}.${BODY}`), privateKey).toString('base64');
  headers.set('webhook-signature', `v1,bm9uZQ== v1a,${value}`);
  assert.equal((await verify(headers, BODY, [open])).id, 'msg_1');
  await assert.rejects(verify(headers, BODY + ' ', [open]));
});

test('a message is refused that is old, changed, signed by others or not at all', async () => {
  await assert.rejects(verify(signed(BODY, Date.now() / 1000 - 301), BODY, [SECRET]));
  await assert.rejects(verify(signed(BODY), BODY.replace('articles', 'tags'), [SECRET]));
  await assert.rejects(verify(signed(BODY, undefined, 'whsec_b3RoZXI='), BODY, [SECRET]));
  const unsigned = signed(BODY);
  unsigned.set('webhook-signature', 'v1 v1, v1,%%% v2,AAAA nonsense');
  await assert.rejects(verify(unsigned, BODY, [SECRET, 'whpk_%%%', 'nonsense']));
  await assert.rejects(verify(new Headers(), BODY, [SECRET]));
  const timeless = signed(BODY);
  timeless.set('webhook-timestamp', 'soon');
  await assert.rejects(verify(timeless, BODY, [SECRET]));
});

test('each group of a change is revalidated, and nothing for who has no key', async () => {
  const groups: string[] = [];
  const handle = revalidating({ keys: [SECRET], revalidate: (group) => groups.push(group), remove: () => undefined, dateline: 'http://nowhere' });
  const post = (headers: Headers) => handle(new Request('http://site/hook', { method: 'POST', headers, body: BODY }));
  assert.equal((await post(new Headers())).status, 401);
  assert.deepEqual(groups, []);
  assert.equal((await post(signed(BODY))).status, 204);
  assert.deepEqual(groups, ['articles', 'article:1']);
});

test('a removal is acknowledged when the thing is gone, and not before', async () => {
  const acknowledged: string[] = [];
  const server = createServer((request, response) => {
    acknowledged.push(`${request.method} ${request.url}`);
    response.end('{}');
  }).listen(0, 'localhost');
  await new Promise((done) => server.once('listening', done));
  const body = JSON.stringify({ id: 'msg_1', type: 'dev.dateline.removal', time: '2026-11-20T08:15:00Z', data: { id: '1', groups: ['article:1'], acknowledgeAt: '/v1/removal-receipts/x' } });
  const dropped: string[] = [];
  let fails = true;
  const handle = revalidating({
    keys: [SECRET],
    revalidate: (group) => dropped.push(group),
    dateline: `http://localhost:${(server.address() as AddressInfo).port}`,
    remove: () => { if (fails) throw new Error('the archive is locked'); },
  });
  const post = () => handle(new Request('http://site/hook', { method: 'POST', headers: signed(body), body }));
  assert.equal((await post()).status, 500);
  assert.deepEqual(acknowledged, []);
  fails = false;
  assert.equal((await post()).status, 204);
  assert.deepEqual(dropped, ['article:1', 'article:1']);
  assert.deepEqual(acknowledged, ['POST /v1/removal-receipts/x']);
  server.close();
});
