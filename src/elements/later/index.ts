/** What every screen but the first needs, and so comes after it: foot, ways on, time, the page around. */

import { dialog } from '../styles/dialog.js';
import { laterTokens } from '../styles/later-tokens.js';
import { laterFormStyles, laterStyles } from './styles.js';

export { above } from './above.js';
export { brand } from './brand.js';
export { failure } from './failure.js';
export { foot } from './foot.js';
export { askBeforeLoss } from './leaving.js';
export { PageWatch } from './page-watch.js';
export { Running } from './running.js';
export { withSource } from './source.js';
export { ways } from './ways.js';

/** For the shell. */
export const sheets = [laterTokens, laterStyles, dialog];

/** For the form. */
export const formSheet = laterFormStyles;
