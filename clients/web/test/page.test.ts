import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

// Needs a Dateline with its sample newsroom at DATELINE_URL, its admin key in DATELINE_KEY, and Chromium.
const { DATELINE_URL: dateline = '', DATELINE_KEY: key = '' } = process.env;
const skip = dateline && key ? false : 'DATELINE_URL and DATELINE_KEY say which Dateline to use';
const port = 3999;
const site = `http://localhost:${port}`;
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const ARTICLES = {
  be: 'spachatku-dykhats-potym-plakats-paramyedychka-z-hrodna-pra-zmyeny-w-kharkavye',
  ru: 'snachala-dyshat-potom-plakat-paramedik-iz-grodno-o-smenakh-v-kharkove',
  uk: 'spershu-dykhaty-potim-plakaty-paramedykynya-z-hrodna-pro-zminy-v-kharkovi',
  en: 'first-breathe-then-cry-a-paramedic-from-hrodna-on-her-shifts-in-kharkiv',
};
let server: ChildProcess;
let browser: Browser;

before(async () => {
  if (skip) return;
  server = spawn('node', ['dist/reference/server.js'], { env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((done) => server.stdout?.once('data', done));
  browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  server?.kill();
});

/** Its streams would hold connections that the next page needs. */
afterEach(async () => {
  for (const page of (await browser?.pages()) ?? []) if (page.url() !== 'about:blank') await page.close();
});

async function open(path: string, width = 390): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('request', (request) => { if (!/^(data:|http:\/\/localhost:3999\/)/.test(request.url())) wrong.push(request.url()); });
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('410')) wrong.push(message.text()); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.setViewport({ width, height: 844 });
  await page.goto(site + path, { waitUntil: 'load' });
  return { page, wrong };
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

async function edit(method: string, path: string, body?: unknown): Promise<{ id: string; slug: string }> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const answer = await fetch(`${dateline}/v1/editorial${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'if-match': '*', ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${answer.ok ? '' : await answer.text()}`);
  return answer.json();
}

for (const [language, slug] of Object.entries(ARTICLES)) {
  test(`the page and an article in ${language} are whole, accessible and ask nobody else`, { skip }, async () => {
    for (const width of [390, 1280]) {
      const { page, wrong } = await open(`/${language}`, width);
      assert.equal(await page.$eval('html', (html) => html.lang), language);
      assert.equal((await page.$$('aside.callout')).length > 0, true);
      assert.equal((await page.$$('ol.stories > li')).length >= 11, true);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `wider than ${width}`);
      assert.deepEqual(await faults(page), []);
      await page.goto(`${site}/${language}/${slug}`);
      for (const part of ['.lead', 'article > p', 'blockquote', 'figcaption', 'article section li']) assert.ok(await page.$(part), part);
      assert.deepEqual(await faults(page), []);
      await page.emulateMediaType('print');
      assert.equal(await page.$eval('header nav', (nav) => getComputedStyle(nav).display), 'none');
      assert.deepEqual(wrong, []);
    }
  });
}

test('an open page shows an edit within a second, and that a story was withdrawn', { skip }, async () => {
  const { id, slug } = await edit('POST', '/articles', { language: 'en', headline: `As it was ${Date.now()}`, body: [{ type: 'paragraph', html: 'A line.' }] });
  await edit('PUT', `/articles/${id}/publication`, {});
  const { page, wrong } = await open(`/en/${slug}`);
  await edit('PATCH', `/articles/${id}`, { headline: 'As it is now' });
  const began = Date.now();
  await edit('PUT', `/articles/${id}/publication`, {});
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'As it is now', { timeout: 5_000, polling: 20 });
  assert.ok(Date.now() - began < 1_000, `after ${Date.now() - began} ms`);
  await edit('DELETE', `/articles/${id}/publication?note=It+was+wrong.`);
  await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('It was wrong.'), { timeout: 5_000, polling: 20 });
  assert.deepEqual(await faults(page), []);
  await edit('PUT', `/articles/${id}/publication`, {});
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'As it is now', { timeout: 5_000, polling: 20 });
  assert.deepEqual(wrong, []);
});

test('what is not there is said so, and a visitor gets a language', { skip }, async () => {
  assert.equal((await fetch(`${site}/en/no-such-story`)).status, 404);
  assert.equal((await fetch(`${site}/xx`)).status, 404);
  assert.match(await (await fetch(`${site}/xx`)).text(), /<html lang="en">/);
  assert.equal((await fetch(`${site}/uk/${ARTICLES.be}`, { redirect: 'manual' })).headers.get('location'), `/uk/${ARTICLES.uk}`);
  assert.equal((await fetch(`${site}/en/a/b`)).status, 404);
  assert.equal((await fetch(`${site}/%E0%A4%A`)).status, 400);
  assert.equal((await fetch(`${site}/preview/none`)).status, 404);
  assert.equal((await fetch(site, { method: 'POST' })).status, 405);
  assert.equal((await fetch(site, { headers: { 'accept-language': 'de, uk;q=0.8' }, redirect: 'manual' })).headers.get('location'), '/uk');
});
