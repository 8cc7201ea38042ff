// Says where the project stands.
import { fileURLToPath } from 'node:url';

/** The project's folder ends in a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
