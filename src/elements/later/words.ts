import { failureText } from '../../localization/failure-words.js';
import { noticeText } from '../../localization/notice-words.js';
import { problemText } from '../../localization/problem-words.js';
import type { Words } from '../view.js';

/** What problems, notices and failures are called: all that a backend can say. */
export const words: Words = { problem: problemText, notice: noticeText, failure: failureText };
