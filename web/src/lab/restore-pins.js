// Pins racers again from their texts: each is trained once more.
import { QueryClient } from '../pool/query-client.js';
import { addPin } from './pin-edits.js';
import { Race } from './race.js';
import { curveRange, RateCurve } from './rate-curve.js';

/** @param {import('./lab.js').Lab} lab @param {string[]} texts a lone racer's each */
export async function restorePins(lab, texts) {
  const queries = new QueryClient(lab.pool);
  for (const text of texts) {
    const reading = await queries.read(text, curveRange(null));
    const run = reading?.run;
    if (!run || run.racers.length > 1) continue;
    const race = new Race(lab.pool, run);
    race.setTarget(run.racers[0].updates);
    await race.settled();
    addPin(
      lab,
      run,
      1,
      new RateCurve(lab, { text: run.text, racer: 1 }, reading.curves[0]),
      race.telemetry(1).evaluations,
      race.state(1).restored,
    );
    race.dispose();
  }
  queries.close();
}
