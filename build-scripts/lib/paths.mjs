// This module knows the project's folder.
import { fileURLToPath } from 'node:url';

/** The path of the project's folder ends in a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
