// What the site's build puts into the bundles.
declare module 'eta:glue' {
  const createEta: import('./eta-module.js').CreateEta;
  export default createEta;
}

/** The worker, bundled into one classic script. */
declare module 'eta:worker' {
  const text: string;
  export default text;
}

/** What `eta describe` printed at build time. */
declare module 'eta:describe' {
  const describe: import('./types.js').Describe;
  export default describe;
}
