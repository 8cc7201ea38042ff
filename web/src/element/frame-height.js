// In a frame, the page reports the element's height to the embedding page whenever it changes.
//
// The embedding page listens: addEventListener('message', ({ source, data }) => { if (data?.type === 'etalab:height' &&
// source === frame.contentWindow) frame.height = data.height; }) – it compares the frame, not the origin, which is 'null' in a sandbox.

/** @param {Element} element @param {string} id by which the embedding page distinguishes its frames, or '' */
export function reportHeight(element, id) {
  if (parent === window) return;
  let reported = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().bottom + scrollY);
    if (height === reported) return;
    reported = height;
    parent.postMessage({ type: 'etalab:height', height, id }, '*');
  }).observe(element);
}
