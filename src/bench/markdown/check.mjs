// Reads lines of {"html", "markdown"} and says where a renderer of the Markdown shows other text or other marks than the HTML,
// or an element that the HTML has not.
//
//   node check.mjs bodies.ndjson
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import MarkdownIt from 'markdown-it'
import { marked } from 'marked'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { parseFragment } from 'parse5'

const markdownIt = new MarkdownIt({ linkify: true })
const renderers = {
  marked: text => marked.parse(text, { gfm: true }),
  micromark: text => micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }),
  'markdown-it': text => markdownIt.render(text),
}
const looks = { strong: 'strong', b: 'strong', em: 'em', i: 'em', cite: 'em', s: 'struck', del: 'struck', code: 'code' }
const known = new Set([...Object.keys(looks), 'a', 'img', 'p', 'ul', 'ol', 'li', 'h2', 'h3', 'h4', 'blockquote', 'br', 'hr',
  'figure', 'figcaption', 'aside', 'sup', 'sub', 'q', 'u', 'mark', 'small', 'abbr'])
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const lowered = '₀₁₂₃₄₅₆₇₈₉'

const attribute = (node, name) => node.attrs.find(each => each.name === name)?.value ?? ''
const text = node => node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(text).join('')
const decoded = address => { try { return decodeURI(address) } catch { return address } }
const madeByRenderer = node => {
  const bare = decoded(attribute(node, 'href')).replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '')
  return bare === decoded(text(node)).replace(/^https?:\/\//, '').replace(/\/$/, '')
}

function seen(html) {
  const out = []
  const add = (value, marks) => {
    for (const c of value) if (!/[\s\u00a0\u202f]/u.test(c)) out.push(c + ' ' + [...marks].sort().join(' '))
  }
  const walk = (node, marks) => {
    if (node.nodeName === '#text') return add(node.value, marks)
    const name = node.nodeName
    const more = new Set(marks)
    if (node.tagName && !known.has(name)) out.push('<' + name + '>')
    if (looks[name]) more.add(looks[name])
    if (name === 'a' && !madeByRenderer(node)) more.add('a ' + decoded(attribute(node, 'href')))
    if (name === 'sup' || name === 'sub') return add([...text(node).trim()].map(c => (name === 'sup' ? raised : lowered)[Number(c)]).join(''), marks)
    if (name === 'q') add('“', marks)
    if (name === 'img') out.push('image ' + decoded(attribute(node, 'src')) + ' ' + attribute(node, 'alt').replace(/[^\p{L}\p{N}]+/gu, '')) // markdown-it leaves escaped characters out of it
    const siblings = node.parentNode?.childNodes?.map(each => each.nodeName) ?? []
    if (name === 'figcaption') siblings.includes('blockquote') ? add('—', marks) : more.add('em')
    if (name === 'h2' && node.parentNode.nodeName === 'aside') more.add('strong')
    for (const child of node.childNodes ?? []) walk(child, more)
    if (name === 'q') add('”', marks)
  }
  walk(parseFragment(html), new Set())
  return out
}

const wrong = Object.fromEntries(Object.keys(renderers).map(name => [name, 0]))
let bodies = 0
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const { html, markdown } = JSON.parse(line)
  const expected = seen(html)
  bodies++
  for (const [name, render] of Object.entries(renderers)) {
    const rendered = render(markdown)
    const got = seen(rendered)
    let at = 0
    while (at < expected.length && expected[at] === got[at]) at++
    if (at < expected.length || got.length > expected.length) {
      if (wrong[name]++ < Number(process.argv[3] ?? 3)) console.log(name, at, "\n", expected.slice(at - 3, at + 4).join(" , "), "\n", got.slice(at - 3, at + 4).join(" , "), "\n", markdown, "\n", rendered)
    }
  }
}
console.log(`${bodies} bodies; wrong:`, wrong)
process.exitCode = Object.values(wrong).some(count => count > 0) ? 1 : 0
