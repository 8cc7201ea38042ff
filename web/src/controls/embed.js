// The current run as HTML for an article: one tag with its script, or a frame that reports its height.
import { ownKeys, pageKeys, writeAddress } from '../lib/address.js';
import { make } from '../ui/dom.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;

/**
 * Writes both snippets for a run.
 * @param {import('../lib/run.js').Run} run
 * @param {{ own: [string, string][], view: [string, string][], base: string }} options the element's own attributes, what the frame's address
 *   keeps of the view, and the address of the page without its query and
 *   hash: '' where only files stand beside the article
 */
export function snippets(run, { own, view, base }) {
  const script = base ? new URL('etalab.js', base).href : 'etalab.js';
  const attributes = [['run', run.text], ...own, ...(base ? [['full', base]] : [])].map(([name, value]) => ` ${name}=${quoted(value)}`);
  const hash = writeAddress(run.items, [...own, ...view], pageKeys);
  return {
    tag: `<script src=${quoted(script)}></script>\n<eta-lab${attributes.join('')}></eta-lab>`,
    frame: `<iframe src=${quoted(`${base || 'etalab.html'}?embed#${hash}`)} title="EtaLab" width="100%" height="640" loading="lazy" style="border:0"></iframe>
<script>
addEventListener('message', ({ source, data }) => {
  if (data?.type !== 'etalab:height') return;
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;
});
</script>`,
  };
}

/**
 * @param {Setting} setting
 * @param {HTMLElement} etaLab whose attributes are in force in the article, too
 * @param {(text: string) => Promise<void>} copy
 * @param {() => [string, string][]} view
 */
export function makeEmbed({ lab, words }, etaLab, copy, view) {
  const only = make('input', { type: 'checkbox', name: 'bare', change: () => update() });
  /** @param {string} title @param {number} rows */
  const makeSnippet = (title, rows) => {
    const area = make('textarea', { class: 'code', readonly: true, rows, 'aria-label': title });
    const button = make('button', { type: 'button', click: () => copy(area.value) }, words.t('copy'));
    return { area, element: make('div', { class: 'snippet' }, make('h2', {}, title), area, button) };
  };
  const tag = makeSnippet(words.t('embed.tag'), 3);
  const frame = makeSnippet(words.t('embed.frame'), 8);
  // The address of a file or of a text within another page is of no use elsewhere.
  const base = /^https?:/.test(location.protocol) ? location.href.replace(/[?#].*$/, '') : '';
  const update = () => {
    const { run } = lab;
    if (!run) return;
    /** @type {Record<string, string | null>} */
    const values = { lang: words.language, show: only.checked ? 'charts' : etaLab.getAttribute('show') };
    const own = ownKeys.flatMap((key) => {
      const value = values[key] ?? etaLab.getAttribute(key);
      return value ? [/** @type {[string, string]} */ ([key, value])] : [];
    });
    const texts = snippets(run, { own, view: view(), base });
    tag.area.value = texts.tag;
    frame.area.value = texts.frame;
  };
  const element = make(
    'section',
    { class: 'card embedding', 'aria-label': words.t('embed') },
    make('p', {}, words.t(base ? 'embed.help' : 'embed.files')),
    make('label', { class: 'check' }, only, ` ${words.t('embed.bare')}`),
    tag.element,
    frame.element,
  );
  update();
  return { element, update };
}
