// The worker's entry. It is bundled with the module's glue into one classic script, which is started from a blob.

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

/** Fetches a file's bytes synchronously, which blocks this worker only. @param {string} url */
function fetchSync(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (!/^2/.test(String(request.status))) throw new Error(`${url}: ${request.status}`);
  return request.response;
}

serve(/** @type {import('../lib/messages.js').PortLike} */ (/** @type {unknown} */ (self)), { createEta, defer, fetchSync });
