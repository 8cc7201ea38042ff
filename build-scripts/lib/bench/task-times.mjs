// Measures the tasks of a page's main thread in processor time, which does not depend on the machine's load.

/**
 * Starts a trace; the returned function ends it.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<(mark: string) => Promise<{ before: number[], after: number[] }>>} the milliseconds of each task, before and
 * after a performance.mark
 */
export async function traceTasks(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {{ name: string, ph: string, ts: number, tdur?: number, pid: number, tid: number }[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {typeof events} */ (/** @type {unknown} */ (value))));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  return async (mark) => {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    const marked = events.find(({ name }) => name === mark);
    if (!marked) throw new Error(`the page has not marked '${mark}'`);
    const tasks = events.filter(
      ({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && pid === marked.pid && tid === marked.tid,
    );
    const times = (/** @type {(at: number) => boolean} */ includes) =>
      tasks.filter(({ ts }) => includes(ts)).map(({ tdur = 0 }) => tdur / 1000);
    return { before: times((at) => at < marked.ts), after: times((at) => at >= marked.ts) };
  };
}
