/** What every screen but the first needs, and so comes after it: words, foot, ways on, time. */

import { failureText } from '../../localization/failure-words.js';
import { noticeText } from '../../localization/notice-words.js';
import { problemText } from '../../localization/problem-words.js';
import { laterTokens } from '../styles/later-tokens.js';
import type { Words } from '../view.js';
import { laterFormStyles, laterStyles } from './styles.js';

export { above } from './above.js';
export { brand } from './brand.js';
export { Countdown } from './countdown.js';
export { foot } from './foot.js';
export { ways } from './ways.js';
export { who } from './who.js';

export const words: Words = { problem: problemText, notice: noticeText, failure: failureText };

/** For the shell. */
export const sheets = [laterTokens, laterStyles];

/** For the form. */
export const formSheet = laterFormStyles;
