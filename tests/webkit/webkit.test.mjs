// WebKitGTK, the engine of Safari as Debian has it, does what every browser has to.
import { runSteps } from '../engines/steps.mjs';
import { Session } from './webdriver.mjs';

/** Keys that are no characters, as WebDriver writes them. @type {Record<string, string>} */
const named = { ' ': '\uE00D', Tab: '\uE004', ArrowUp: '\uE013', Shift: '\uE008' };

/** @param {string} key @returns {{ type: string, value: string }[]} */
function strokes(key) {
  const value = named[key] ?? key;
  const both = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
  if (!/^[A-Z]$/.test(key)) return both;
  return [{ type: 'keyDown', value: named.Shift }, ...both, { type: 'keyUp', value: named.Shift }];
}

runSteps(async () => {
  const session = await Session.start('--enable-write-console-messages-to-stdout=true');
  await session.post('/timeouts', { script: 60_000, pageLoad: 60_000 });
  await session.post('/window/rect', { x: 0, y: 0, width: 1280, height: 1000 });
  let heard = 0;
  return {
    async open(url) {
      // Another document first: a change after # alone would not load anything.
      await session.post('/frame', { id: null });
      await session.post('/url', { url: 'about:blank' });
      await session.post('/url', { url });
    },
    ask: (question, argument) => session.ask(question, argument),
    press: (key) => session.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions: strokes(key) }] }),
    drag(from, to) {
      const way = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({
        type: 'pointerMove',
        duration: 30,
        x: Math.round(from.x + ((to.x - from.x) * i) / 8),
        y: Math.round(from.y + ((to.y - from.y) * i) / 8),
      }));
      const actions = [
        { type: 'pointerMove', duration: 0, ...from },
        { type: 'pointerDown', button: 0 },
        ...way,
        { type: 'pointerUp', button: 0 },
      ];
      return session.post('/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
    },
    async enter(selector) {
      const element = await session.post('/element', { using: 'css selector', value: selector });
      await session.post('/frame', { id: element });
    },
    faults() {
      const lines = session.printed.slice(heard).split('\n');
      heard = session.printed.length;
      return lines.filter((line) => /^CONSOLE .*(ERROR|WARN)/.test(line));
    },
    close: () => session.end(),
  };
});
