import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBlock, renderBlocks, type Schemas } from '../src/index.js';

const EVIL = `"><script>alert('x')</script>`;

test('blocks become semantic HTML', () => {
  assert.equal(renderBlock({ type: 'paragraph', html: 'A <em>word</em>.' }), '<p>A <em>word</em>.</p>');
  assert.equal(renderBlock({ type: 'heading', level: 2, html: 'Part' }), '<h2>Part</h2>');
  assert.equal(renderBlock({ type: 'list', ordered: true, start: 5, items: ['a', 'b'] }), '<ol start="5"><li>a</li><li>b</li></ol>');
  assert.equal(
    renderBlock({ type: 'quote', html: 'Said.', attribution: { person: 'Ihar', office: 'coordinator' } }),
    '<figure><blockquote><p>Said.</p></blockquote><figcaption>Ihar, coordinator</figcaption></figure>',
  );
  assert.equal(
    renderBlock({ type: 'table', headerRows: 1, rows: [['Line'], ['1']] }),
    '<table><tr><th scope="col">Line</th></tr><tr><td>1</td></tr></table>',
  );
  assert.equal(renderBlock({ type: 'divider' }), '<hr>');
});

test('what is plain text cannot become HTML', () => {
  const blocks: Schemas['PublishedBlock'][] = [
    { type: 'fact-box', title: EVIL, items: [] },
    { type: 'code', text: EVIL },
    { type: 'embed', url: 'https://example.org', title: EVIL, text: EVIL, author: EVIL },
    { type: 'audio', url: 'https://example.org', title: EVIL },
    { type: 'image', image: { url: 'https://example.org/a.jpg', alt: EVIL, caption: EVIL } },
    { type: 'quote', html: '', attribution: { person: EVIL, office: EVIL } },
  ];
  assert.doesNotMatch(renderBlocks(blocks), /<script|alert\('/);
});

test('a picture comes in the width that the page needs', () => {
  const image: Schemas['Image'] = {
    url: '/v1/media/x/full/1600.jpg', alt: 'A bridge', width: 1600, height: 900,
    renditions: { template: '/v1/media/x/{crop}/{width}.{format}', widths: [400, 800], formats: ['jpg', 'webp'], crops: ['full'], placeholder: '', dominantColour: '#000000' },
  };
  const html = renderBlock({ type: 'image', image });
  assert.match(html, /src="\/v1\/media\/x\/full\/800\.jpg" alt="A bridge" width="1600" height="900" srcset="\/v1\/media\/x\/full\/400\.webp 400w, /);
  assert.equal(renderBlock({ type: 'image', image }, { media: () => undefined }), '');
});

test('a block from a newer Dateline breaks no page', () => {
  assert.equal(renderBlocks([{ type: 'hologram' } as unknown as Schemas['PublishedBlock'], { type: 'divider' }]), '\n<hr>');
});
