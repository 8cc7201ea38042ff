// The worker's entry. It is bundled with the module's glue into one classic script, which is started from a blob.

import defaultRun from 'eta:default_run';
import createEta from 'eta:glue';
import { serve } from './service.js';

// A message to itself is handled after the waiting ones and, unlike a timer, is never throttled.
const { port1, port2 } = new MessageChannel();
/** @type {(() => void)[]} */
const tasks = [];
port1.onmessage = () => tasks.shift()?.();

/** @param {() => void} task */
function defer(task) {
  tasks.push(task);
  port2.postMessage(null);
}

serve(/** @type {import('../lib/messages.js').PortLike} */ (/** @type {unknown} */ (self)), { createEta, defaultRun, defer });
