// The page's picture shows the native run, stays without a script, and stands on paper.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { formatNumber, formatPercent } from '../../web/src/lib/format.js';
import { eta, root, rows, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Gives median, 10 % and 90 % quantile of the last fifth, computed in another way than on the page. @param {number[]} accuracies */
function figures(accuracies) {
  const last = accuracies.slice(accuracies.length * 0.8).sort((a, b) => a - b);
  const at = (/** @type {number} */ q) => {
    const place = q * (last.length - 1);
    return last[Math.floor(place)] + (place % 1) * (last[Math.ceil(place)] - last[Math.floor(place)]);
  };
  return { median: at(0.5), spread: at(0.9) - at(0.1) };
}

/** The column of the validation accuracy in the output of `eta train`. */
const accuracyAt = 6;

/** The native program's output for the default run. */
async function native() {
  const curve = rows(await eta('curve'));
  const trained = rows(await eta('train'));
  return [1, 2, 3].map((racer) => ({
    rates: curve.map((row) => Number(row[racer])),
    accuracies: trained.filter((row) => row[0] === String(racer) && row[accuracyAt] !== '').map((row) => Number(row[accuracyAt])),
  }));
}

test('the numbers in the page are those of the run, in both languages', async () => {
  const html = await readFile(`${root}build/site/index.html`, 'utf8');
  const racers = await native();
  for (const [language, names] of Object.entries({ en: ['Constant', 'Step', 'Cosine'], zh: ['恒定', '阶梯衰减', '余弦'] })) {
    const still = new RegExp(`<div class="still" lang="${language}">.*?</table>`, 's').exec(html)?.[0] ?? '';
    const texts = (/** @type {RegExp} */ pattern, /** @type {string} */ within) => Array.from(within.matchAll(pattern), ([, text]) => text);
    const cells = texts(/<td>(.*?)<\/td>/g, still);
    const wanted = racers.map(({ rates, accuracies }) => {
      const { median, spread } = figures(accuracies);
      return [formatPercent(median, { language }), (spread * 100).toFixed(1), formatNumber(rates[rates.length - 1])];
    });
    assert.deepEqual(cells, wanted.flat());
    const [rate, accuracy] = texts(/<g class="ends">(.*?)<\/g>/gs, still).map((ends) => texts(/>([^<]+)<\/text>/g, ends));
    assert.deepEqual(
      rate,
      names.flatMap((name, i) => [name, wanted[i][2]]),
    );
    assert.deepEqual(
      accuracy,
      names.flatMap((name, i) => [name, wanted[i][0]]),
    );
  }
});

test('its lines follow the run', async () => {
  const html = await readFile(`${root}build/site/index.html`, 'utf8');
  const racers = await native();
  // Rules and ticks are as thin as a path is by itself.
  const paths = Array.from(html.matchAll(/<path class="racer-\d"[^>]* stroke-width="[^>]* d="(.*?)"/g), ([, d]) => d);
  const boxes = Array.from(html.matchAll(/viewBox="([^"]*)" preserveAspectRatio="none"><path class="racer/g), ([, box]) =>
    box.split(' ').map(Number),
  );
  assert.equal(paths.length, 12);
  const [left, top, width, height] = boxes[0];
  racers.forEach(({ rates, accuracies }, i) => {
    // η: from −4 % to 106 % of the highest.
    const line = pointsOf(paths[i]);
    const off = rates.map((rate, t) => {
      const at = left + (t / rates.length) * width;
      // What holds from here on: the last point that is not right of it.
      const [, y] = line.findLast(([x]) => x <= at + 0.06) ?? assert.fail();
      return Math.abs(top + ((0.53 - rate) / 0.55) * height - y);
    });
    assert(Math.max(...off) <= 0.25, `racer ${i + 1} is ${Math.max(...off)} px off`);
    assert(Math.abs(line[line.length - 1][0] - left - width) <= 0.06);
    const points = pointsOf(paths[3 + i]);
    // Measured equally often from the first to the last update; what lies straight between two points is not written.
    const ys = accuracies.map((_, k) => heightAt(points, left + ((k + 1) / accuracies.length) * width));
    // One scale for all: the least and the greatest tell what it is.
    const order = accuracies.map((_, k) => k).sort((a, b) => accuracies[a] - accuracies[b]);
    const [low, high] = [order[0], order[order.length - 1]];
    const slope = (ys[high] - ys[low]) / (accuracies[high] - accuracies[low]);
    const away = accuracies.map((value, k) => Math.abs(ys[low] + slope * (value - accuracies[low]) - ys[k]));
    assert(Math.max(...away) <= 0.25, `racer ${i + 1} is ${Math.max(...away)} px off`);
  });
});

/** @param {number[][]} points ascending in x @param {number} x */
function heightAt(points, x) {
  const i = Math.max(
    1,
    Math.min(
      points.length - 1,
      points.findIndex(([at]) => at >= x - 0.06),
    ),
  );
  const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
  return Math.abs(x1 - x) <= 0.06 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** The points of a path of relative moves. @param {string} d */
function pointsOf(d) {
  const [, x0, y0, rest] = /^M(\S+) (-?[\d.]+)(.*)$/.exec(d) ?? assert.fail(d);
  let [x, y] = [Number(x0), Number(y0)];
  const all = [[x, y]];
  for (const [, name, a, b] of rest.matchAll(/([hvl])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (name !== 'v') x += Number(a);
    if (name !== 'h') y += Number(name === 'v' ? a : b);
    all.push([x, y]);
  }
  return all;
}

for (const language of ['en', 'zh']) {
  test(`without a script the picture, its sentence and its table stay: ${language}`, async () => {
    const { page, close } = await site.open('', { script: false, language, width: 720 });
    const words = JSON.parse(await readFile(`${root}web/words/en.json`, 'utf8'));
    await page.getByText(words.lead).waitFor();
    const still = page.locator('.still').filter({ visible: true }).first();
    assert.equal(await still.locator('figure').count(), 2);
    for (const figure of await still.locator('.drawing > svg:first-child').all()) {
      const box = await figure.boundingBox();
      assert(box && box.width > 400 && box.height > 100);
      assert.match((await figure.getAttribute('aria-label')) ?? '', /96\.2|10⁻⁶/);
    }
    assert.equal(await still.locator('tbody tr').count(), 3);
    await page.emulateMedia({ media: 'print' });
    assert(await still.locator('table').isVisible());
    await close();
  });
}

test('on paper the charts are light, and twice as fine as on the screen', async () => {
  const { page, close } = await site.open('', { dark: true });
  await page.evaluate(() => {
    const look = () => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('eta-lab')?.shadowRoot);
      return Array.from(root.querySelectorAll('canvas'))
        .filter((canvas) => canvas.closest('.charts'))
        .map((canvas) => {
          const { width, height, clientWidth, clientHeight } = canvas;
          const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext('2d'));
          copy.drawImage(canvas, 0, 0);
          const { data } = copy.getImageData(0, 0, width, height);
          let painted = 0;
          /** Pixels of the ticks in the ink of the dark style, and of the light one. */
          const inks = { dark: 0, light: 0 };
          for (let i = 0; i < data.length; i += 4) {
            painted += data[i + 3] > 250 ? 1 : 0;
            const colour = data.slice(i, i + 3).join();
            if (colour === '160,171,186') inks.dark += 1;
            if (colour === '91,102,118') inks.light += 1;
          }
          return { fine: [width / clientWidth, height / clientHeight], painted, inks };
        });
    };
    const seen = /** @type {any} */ (window);
    seen.looks = [look()];
    for (const act of ['beforeprint', 'afterprint']) addEventListener(act, () => seen.looks.push(look()));
  });
  await page.pdf();
  const looks = await page.evaluate(() => /** @type {any} */ (window).looks);
  assert.equal(looks.length, 3);
  const [before, paper, after] = looks;
  assert.equal(paper.length, 2);
  assert.deepEqual(after, before);
  for (const [i, { fine, painted, inks }] of paper.entries()) {
    assert.deepEqual(before[i].fine, [1, 1]);
    assert.deepEqual(fine, [2, 2]);
    assert(painted > 2.5 * before[i].painted);
    assert(
      before[i].inks.dark > 20 && before[i].inks.light === 0 && inks.dark === 0 && inks.light > 40,
      JSON.stringify([before[i].inks, inks]),
    );
  }
  await close();
});
