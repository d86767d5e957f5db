import { whateverHappens } from './walks/whatever-happens.js';

whateverHappens({
  element: 'reset',
  share: 1,
  sights: [
    ...['identify', 'choose-method', 'enter-code', 'confirm-target', 'answer-questions', 'wait'],
    ...['new-password', 'done', 'refused', 'unknown', 'failure', 'problem', 'question'],
    'taken away',
  ],
});
