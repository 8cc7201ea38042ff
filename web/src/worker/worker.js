// The worker's entry, bundled with the module's glue into one classic script that is started from a blob.

import createEta from 'eta:glue';
import { serve } from './service.js';

// A message to oneself comes after those that wait, and unlike a timer it is never held back.
const { port1, port2 } = new MessageChannel();
/** @type {(() => void)[]} */
const tasks = [];
port1.onmessage = () => tasks.shift()?.();

/** @param {() => void} task */
function defer(task) {
  tasks.push(task);
  port2.postMessage(null);
}

/** The bytes of a file at once; in a worker this keeps nobody waiting but it. @param {string} url */
function fetchSync(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (!/^2/.test(String(request.status))) throw new Error(`${url}: ${request.status}`);
  return request.response;
}

serve(/** @type {import('../lib/messages.js').PortLike} */ (/** @type {unknown} */ (self)), { createEta, defer, fetchSync });
