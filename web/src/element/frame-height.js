// For a page within a page: tells the one around it how high the element is, whenever that changes.
//
// The page around it listens: addEventListener('message', ({ source, data }) => { if (data?.type === 'etalab:height' &&
// source === frame.contentWindow) frame.height = data.height; }) – by the frame, not by its origin, which in a sandbox is 'null'.

/** @param {Element} element @param {string} id as given by the page around it, to tell its frames apart; '' if it gave none */
export function reportHeight(element, id) {
  if (parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().bottom + scrollY);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: 'etalab:height', height, id }, '*');
  }).observe(element);
}
